import { type LocalDate, plusDays } from '../../platform/calendar/index.ts'
import { type MadeUpPerson, madeUpPeople, mistyped } from '../made-up-people/people.ts'
import { type Random, randomFrom } from '../made-up-people/random.ts'
import { breachCharge, type Charge, charges, hearingMessage, type Listing, times } from './court-messages.ts'
import type { KnownRecord } from './records.ts'
import { spiResult } from './spi-result.ts'

export type DemonstrationMessage = {
  readonly channel: 'hearing' | 'spi-result'
  readonly body: string
  readonly pathId?: string
}

const courts = [
  { code: 'B10JQ', name: "North Tyneside Magistrates' Court", rooms: ['Courtroom 1', 'Courtroom 2', 'Courtroom 4'] },
  { code: 'B41ME', name: "St Albans Magistrates' Court", rooms: ['Courtroom 1', 'Courtroom 3'] },
]

const newPeopleSeed = 20_262

/** The lists of two courts from yesterday to the day after tomorrow: people who are known, known with a slip in the
 *  name, and never seen; then yesterday's results, among them community orders that wait to be accepted. */
export function courtDays(records: readonly KnownRecord[], today: LocalDate): readonly DemonstrationMessage[] {
  const random = randomFrom(newPeopleSeed)
  const strangers = madeUpPeople(newPeopleSeed, today)
  const messages: DemonstrationMessage[] = []
  const limited = records.filter(record => record.limit)
  const open = records.filter(record => !record.limit)
  let known = 0
  for (const [offset, share] of [
    [-1, 8],
    [0, 26],
    [1, 12],
    [2, 6],
  ] as const) {
    const day = plusDays(today, offset)
    for (let n = 0; n < share; n++) {
      const court = courts[n % 3 === 2 ? 1 : 0]!
      const record =
        offset === 0 && n < limited.length ? limited[n] : random.chance(0.55) ? open[known++ % open.length] : undefined
      const person = !record
        ? strangers.next().value
        : record.limit
          ? record.person
          : asTheCourtHasThem(random, record.person)
      const inBreach = record?.orders.some(order => order.breachSince) ?? false
      const offences = inBreach ? [breachCharge] : chargesOf(random)
      const urn = `${day.slice(2, 4)}ZW${day.slice(5, 7)}${day.slice(8)}${String(n).padStart(3, '0')}`
      const listing: Listing = {
        courtCode: court.code,
        courtName: court.name,
        room: random.pick(court.rooms),
        day,
        time: times(random),
        hearingType: inBreach ? 'Breach of order' : offset === -1 ? 'Sentence' : 'First hearing',
        urn,
        defendants: [{ person, offences }],
      }
      const message = hearingMessage(`${day} ${n}`, listing)
      messages.push({ channel: 'hearing', body: message.body, pathId: message.id })
      if (offset === -1 && n < 5) messages.push({ channel: 'spi-result', body: spiResult(listing, n) })
    }
  }
  return messages
}

/** Most come as we know them; some without numbers and with a slip, which only a person can settle. */
function asTheCourtHasThem(random: Random, person: MadeUpPerson): MadeUpPerson {
  if (random.chance(0.7)) return person
  return { ...person, firstName: mistyped(random, person.firstName), pnc: null, cro: null, middleNames: null }
}

function chargesOf(random: Random): readonly Charge[] {
  const first = random.pick(charges)
  return random.chance(0.3) ? [first, random.pick(charges)] : [first]
}
