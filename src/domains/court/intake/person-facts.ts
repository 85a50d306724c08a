import type { PersonFacts } from '../../person/index.ts'
import type { CourtDefendant, CourtSource, Sex } from '../model.ts'

const sexes: Readonly<Record<Sex, PersonFacts['sex']>> = {
  M: 'male',
  F: 'female',
  NOT_KNOWN: 'not-known',
  NOT_SPECIFIED: 'not-specified',
}

/** The defendant as the person domain takes people in. */
export function personFacts(defendant: CourtDefendant, source: CourtSource, sourceId: string): PersonFacts {
  const { name, address, phones } = defendant
  const [firstName, ...middle] = name?.forenames ?? []
  const numbers = (['home', 'mobile', 'work'] as const).flatMap(kind => {
    const number = phones?.[kind]
    return number ? [{ kind, number }] : []
  })
  return {
    title: name?.title ?? null,
    firstName: firstName ?? null,
    middleNames: middle.length > 0 ? middle.join(' ') : null,
    lastName: name?.surname ?? '',
    dateOfBirth: defendant.dateOfBirth ?? null,
    sex: sexes[defendant.sex ?? 'NOT_KNOWN'],
    address: address ? { lines: address.lines, postcode: address.postcode ?? null } : null,
    phones: numbers,
    nationality: defendant.nationalities[0] ?? null,
    ethnicity: defendant.ethnicity ?? null,
    pnc: defendant.pnc ?? null,
    cro: defendant.cro ?? null,
    source,
    sourceId,
    masterDefendantId: defendant.masterDefendantId ?? null,
  }
}
