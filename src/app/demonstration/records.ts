import type { OrderToRecord } from '../../domains/sentence/index.ts'
import { type LocalDate, plusDays, plusMonths } from '../../platform/calendar/index.ts'
import { type MadeUpPerson, madeUpPeople } from '../made-up-people/people.ts'
import { charges } from './court-messages.ts'

type Order = Omit<OrderToRecord, 'personId' | 'dateOfBirth'>

/** A person the made-up region already knows before the first message comes. */
export type KnownRecord = {
  readonly person: MadeUpPerson
  readonly region: 'ZW' | 'ZE'
  readonly orders: readonly {
    readonly order: Order
    readonly ended?: { readonly on: LocalDate; readonly endReason: string }
    readonly breachSince?: LocalDate
  }[]
  readonly flags: readonly {
    readonly typeCode: string
    readonly startsOn: LocalDate
    readonly nextReviewOn: LocalDate | null
    readonly notes: string
  }[]
  readonly manager: {
    readonly regionCode: string
    readonly providerCode: string
    readonly teamCode: string
    readonly username: string
    readonly staffName: string
    readonly reason: string
    readonly startsOn: LocalDate
  } | null
  readonly limit?: {
    readonly kind: 'exclusion' | 'restriction'
    readonly users: readonly string[]
    readonly reasonCode: string
    readonly reason: string
    readonly message: string
  }
}

const seed = 20_261
const spread = 24

/** Two dozen records in every state a court list can meet: supervised, in breach, on a suspended sentence, ended,
 *  never sentenced, of another region, and two of limited access. The same for the same day. */
export function knownRecords(today: LocalDate): readonly KnownRecord[] {
  const people = madeUpPeople(seed, today)
  const person = () => people.next().value
  const records: KnownRecord[] = []
  for (let n = 0; n < spread; n++) records.push(managed(n, recordOf(n, person(), today), today))
  records.push({
    person: person(),
    region: 'ZW',
    flags: [rosh('RHRH', today)],
    manager: managerOf(today),
    orders: [{ order: communityOrder('limited-restricted', today, 5) }],
    limit: {
      kind: 'restriction',
      users: ['practitioner', 'team-manager'],
      reasonCode: 'person-safety',
      reason: 'Protected address.',
      message: 'Contact the limited-access administrator for Westmere.',
    },
  })
  records.push({
    person: person(),
    region: 'ZW',
    flags: [rosh('RMRH', today)],
    manager: managerOf(today),
    orders: [{ order: communityOrder('limited-excluded', today, 3) }],
    limit: {
      kind: 'exclusion',
      users: ['court'],
      reasonCode: 'own-link',
      reason: 'Declared by the member of staff.',
      message: 'You have declared that you know this person.',
    },
  })
  return records
}

type Unmanaged = Omit<KnownRecord, 'flags' | 'manager'>

const roshLevels = ['RMRH', 'RLRH', 'RHRH', 'RMRH', null] as const

/** Those under supervision have a manager and most a level of risk; two bring a risk to staff, shown everywhere. */
function managed(n: number, record: Unmanaged, today: LocalDate): KnownRecord {
  const supervised = record.orders.some(order => !order.ended)
  const level = roshLevels[n % roshLevels.length]
  const flags = supervised && level ? [rosh(level, today)] : []
  if (n === 2 || n === 9) {
    flags.push({
      typeCode: 'AV2S',
      startsOn: plusMonths(today, -2),
      nextReviewOn: plusDays(today, -4),
      notes: 'Threatened a receptionist. Two members of staff at appointments.',
    })
  }
  return { ...record, flags, manager: supervised && record.region === 'ZW' ? managerOf(today) : null }
}

function rosh(typeCode: string, today: LocalDate): KnownRecord['flags'][number] {
  const notes = 'From the last assessment.'
  return { typeCode, startsOn: plusMonths(today, -3), nextReviewOn: plusMonths(today, 3), notes }
}

function managerOf(today: LocalDate): NonNullable<KnownRecord['manager']> {
  return {
    regionCode: 'ZW',
    providerCode: 'ZW1',
    teamCode: 'ZW1CVA',
    username: 'practitioner',
    staffName: 'Imogen Farrow',
    reason: 'Initial allocation',
    startsOn: plusMonths(today, -1),
  }
}

function recordOf(n: number, person: MadeUpPerson, today: LocalDate): Unmanaged {
  const region = n % 8 === 7 ? 'ZE' : 'ZW'
  const months = 2 + (n % 9)
  switch (n % 6) {
    case 0:
    case 1:
      return { person, region, orders: [{ order: communityOrder(`co-${n}`, today, months) }] }
    case 2:
      return { person, region, orders: [{ order: suspendedSentence(`sso-${n}`, today, months) }] }
    case 3:
      return {
        person,
        region,
        orders: [{ order: communityOrder(`breach-${n}`, today, months), breachSince: plusDays(today, -12) }],
      }
    case 4:
      return {
        person,
        region,
        orders: [
          {
            order: communityOrder(`ended-${n}`, today, 30),
            ended: { on: plusMonths(today, -14), endReason: 'completed' },
          },
        ],
      }
    default:
      return { person, region, orders: [] }
  }
}

function communityOrder(id: string, today: LocalDate, monthsAgo: number): Order {
  const sentencedOn = plusMonths(today, -monthsAgo)
  const { code, title } = charges[monthsAgo % charges.length]!
  return {
    source: { kind: 'staff', id: `demonstration-${id}` },
    courtCode: 'B10JQ',
    convictedOn: sentencedOn,
    offences: [{ code, title }],
    disposal: { family: 'community-order', typeCode: '340', sentencedOn, length: { months: 12 } },
    requirements: [
      { kind: 'unpaid-work', length: { amount: 40 + (monthsAgo % 5) * 20, unit: 'hours' } },
      { kind: 'rehabilitation-activity', length: { amount: 20, unit: 'days' } },
    ],
  }
}

function suspendedSentence(id: string, today: LocalDate, monthsAgo: number): Order {
  const sentencedOn = plusMonths(today, -monthsAgo)
  return {
    source: { kind: 'staff', id: `demonstration-${id}` },
    courtCode: 'B41ME',
    convictedOn: sentencedOn,
    offences: [{ code: 'OF61102', title: 'Assault a person thereby occasioning them actual bodily harm' }],
    disposal: {
      family: 'suspended-sentence',
      typeCode: '341',
      sentencedOn,
      length: { weeks: 26 },
      operationalPeriod: { months: 18 },
      supervisionPeriod: { months: 12 },
    },
    requirements: [
      { kind: 'rehabilitation-activity', length: { amount: 30, unit: 'days' } },
      { kind: 'alcohol-treatment', length: { amount: 6, unit: 'months' } },
    ],
  }
}
