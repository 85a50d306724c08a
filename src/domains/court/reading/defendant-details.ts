import type { CourtAddress, CourtDefendant, Phones } from '../model.ts'
import { sexOf } from '../rules/court-codes.ts'
import type { Fields } from './fields.ts'
import { Refusal } from './refusal.ts'

const genders = ['MALE', 'FEMALE', 'NOT_KNOWN', 'NOT_SPECIFIED'] as const

/** Person or organisation, name, birth date, sex, address and phones of a defendant or of an application's subject.
 *  Refuses when neither kind is given. */
export function readDefendantDetails(
  defendant: Fields,
): Pick<
  CourtDefendant,
  | 'type'
  | 'name'
  | 'organisationName'
  | 'dateOfBirth'
  | 'sex'
  | 'address'
  | 'phones'
  | 'nationalities'
  | 'ethnicity'
  | 'asn'
> {
  const person = defendant.object('personDefendant')
  if (person) {
    const details = person.requiredObject('personDetails')
    const sex = sexOf(details.oneOf('gender', genders) ?? details.missing('gender'))
    return {
      type: 'PERSON',
      name: {
        title: details.text('title'),
        forenames: [details.text('firstName'), details.text('middleName')].flatMap(name => name ?? []),
        surname: details.requiredText('lastName'),
      },
      dateOfBirth: details.day('dateOfBirth'),
      sex,
      address: readAddress(details.object('address')),
      phones: readPhones(details.object('contact')),
      nationalities: ['nationalityCode', 'additionalNationalityCode'].flatMap(key => details.text(key) ?? []),
      ethnicity: readEthnicity(details),
      asn: person.text('arrestSummonsNumber'),
    }
  }
  const organisation = defendant.object('legalEntityDefendant')?.requiredObject('organisation')
  if (!organisation) {
    const fix = 'Send personDefendant for a person or legalEntityDefendant for an organisation'
    throw new Refusal(defendant.at('personDefendant'), 'is missing, and so is legalEntityDefendant', fix)
  }
  return {
    type: 'ORGANISATION',
    organisationName: organisation.requiredText('name'),
    address: readAddress(organisation.object('address')),
    phones: readPhones(organisation.object('contact')),
    nationalities: [],
  }
}

function readEthnicity(details: Fields): string | undefined {
  if (typeof details.raw('ethnicity') !== 'object') return details.text('ethnicity')
  const ethnicity = details.object('ethnicity')
  return ethnicity?.text('selfDefinedEthnicityDescription') ?? ethnicity?.text('observedEthnicityDescription')
}

function readAddress(address: Fields | undefined): CourtAddress | undefined {
  if (!address) return undefined
  const lines = [1, 2, 3, 4, 5].flatMap(line => address.text(`address${line}`) ?? [])
  const postcode = address.text('postcode')
  return lines.length === 0 && postcode === undefined ? undefined : { lines, postcode }
}

function readPhones(contact: Fields | undefined): Phones | undefined {
  if (!contact) return undefined
  const phones = { home: contact.text('home'), mobile: contact.text('mobile'), work: contact.text('work') }
  return phones.home || phones.mobile || phones.work ? phones : undefined
}
