import type { LocalDate } from '../../platform/calendar/index.ts'
import type { MadeUpPerson } from '../made-up-people/people.ts'
import type { Random } from '../made-up-people/random.ts'

/** A hearing message as Common Platform sends it: what the intake is given, not what it stores. */
export type HearingMessage = { readonly id: string; readonly body: string }

export type Listing = {
  readonly courtCode: string
  readonly courtName: string
  readonly room: string
  readonly day: LocalDate
  /** 'HH:MM' London time. */
  readonly time: string
  readonly hearingType: string
  readonly urn: string
  readonly defendants: readonly { readonly person: MadeUpPerson; readonly offences: readonly Charge[] }[]
}

export type Charge = {
  readonly code: string
  readonly title: string
  readonly act: string
  readonly wording: string
  readonly plea?: string
}

/** Offences that fill a magistrates' day, with their codes from the published list. */
export const charges: readonly Charge[] = [
  charge(
    'TH68010',
    'Theft from a shop',
    'section 1(1) and 7 of the Theft Act 1968',
    'Stole goods to the value of £86.00 belonging to a shop.',
  ),
  charge(
    'CJ88116',
    'Assault by beating',
    'section 39 of the Criminal Justice Act 1988',
    'Assaulted a person by beating them.',
  ),
  charge(
    'OF61102',
    'Assault a person thereby occasioning them actual bodily harm',
    'section 47 of the Offences Against the Person Act 1861',
    'Assaulted a person, thereby occasioning them actual bodily harm.',
  ),
  charge(
    'RT88191',
    'Use a motor vehicle on a road / public place without third party insurance',
    'section 143 of the Road Traffic Act 1988',
    'Used a motor vehicle on a road without a policy of insurance.',
  ),
  charge(
    'RT88007',
    'Drive motor vehicle when alcohol level above limit',
    'section 5(1)(a) of the Road Traffic Act 1988',
    'Drove a motor vehicle after consuming so much alcohol that the proportion in breath was above the limit.',
  ),
  charge(
    'CD71039',
    'Criminal damage to property - value under £5000',
    'sections 1(1) and 4 of the Criminal Damage Act 1971',
    'Without lawful excuse damaged a window to the value of £240.00.',
  ),
  charge(
    'MD71530',
    'Possess a controlled drug of Class B - Cannabis / Cannabis Resin',
    'section 5(2) of the Misuse of Drugs Act 1971',
    'Had in possession a quantity of cannabis.',
  ),
  charge(
    'PU86004',
    'Use threatening / abusive / insulting words / behaviour with intent to cause fear of / provoke unlawful violence',
    'section 4 of the Public Order Act 1986',
    'Used threatening words towards another with intent to cause fear of violence.',
  ),
  charge(
    'CJ88144',
    'Possess knife blade / sharp pointed article in a public place',
    'section 139 of the Criminal Justice Act 1988',
    'Had a lock knife in a public place without good reason.',
  ),
]

/** A charge that brings somebody back before the court that made their order. */
export const breachCharge = charge(
  'SE20501',
  'Failing to comply with the requirements of a community order',
  'Schedule 10 to the Sentencing Act 2020',
  'Failed without reasonable excuse to attend as instructed.',
)

function charge(code: string, title: string, law: string, wording: string): Charge {
  return { code, title, act: `Contrary to ${law}.`, wording }
}

/** Builds one hearing with one case for each listing; ids are made from `key`, so that a second run makes the same. */
export function hearingMessage(key: string, listing: Listing): HearingMessage {
  const id = idFrom(key)
  const caseId = idFrom(`${key} case`)
  const body = {
    hearing: {
      id,
      courtCentre: {
        id: idFrom(listing.courtCode),
        code: `${listing.courtCode}00`,
        name: listing.courtName,
        roomId: idFrom(`${listing.courtCode} ${listing.room}`),
        roomName: listing.room,
      },
      type: { id: idFrom(listing.hearingType), description: listing.hearingType },
      jurisdictionType: 'MAGISTRATES',
      hearingDays: [
        { sittingDay: `${listing.day}T${listing.time}:00.000Z`, listedDurationMinutes: 20, listingSequence: 0 },
      ],
      prosecutionCases: [
        {
          id: caseId,
          initiationCode: 'C',
          prosecutionCaseIdentifier: {
            prosecutionAuthorityCode: 'CPS',
            prosecutionAuthorityId: idFrom('CPS'),
            caseURN: listing.urn,
          },
          defendants: listing.defendants.map(({ person, offences }, index) =>
            defendant(`${key} ${index}`, caseId, person, offences),
          ),
        },
      ],
    },
  }
  return { id, body: JSON.stringify(body) }
}

function defendant(key: string, caseId: string, person: MadeUpPerson, offences: readonly Charge[]) {
  return {
    id: idFrom(`${key} defendant`),
    masterDefendantId: idFrom(`${key} master`),
    prosecutionCaseId: caseId,
    ...(person.pnc ? { pncId: person.pnc } : {}),
    ...(person.cro ? { croNumber: person.cro } : {}),
    offences: offences.map((offence, index) => ({
      id: idFrom(`${key} offence ${index}`),
      offenceDefinitionId: idFrom(offence.code),
      offenceCode: offence.code,
      offenceTitle: offence.title,
      offenceLegislation: offence.act,
      wording: offence.wording,
      listingNumber: index + 1,
      ...(offence.plea ? { plea: { pleaValue: offence.plea } } : {}),
    })),
    personDefendant: {
      personDetails: {
        title: person.sex === 'male' ? 'Mr' : 'Ms',
        firstName: person.firstName,
        ...(person.middleNames ? { middleName: person.middleNames } : {}),
        lastName: person.lastName,
        dateOfBirth: person.dateOfBirth,
        gender: person.sex === 'male' ? 'MALE' : 'FEMALE',
        address: { address1: person.addressLine, postcode: person.postcode },
      },
    },
  }
}

/** When hearings are listed: most at the start of the morning or the afternoon. */
export function times(random: Random): string {
  return random.pick(['10:00', '10:00', '10:00', '10:30', '11:15', '14:00', '14:00', '15:00'])
}

/** A made-up id that is always the same for the same words (FNV-1a, four times over). */
function idFrom(words: string): string {
  const hex = [0, 1, 2, 3].map(round => fnv(`${round}${words}`).toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
