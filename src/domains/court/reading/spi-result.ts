import type {
  CourtAddress,
  CourtCase,
  CourtDefendant,
  CourtOffence,
  CourtResult,
  Duration,
  NextHearing,
  PleaOrVerdict,
  ReadingNote,
  ReadOutcome,
  SpiResultMessage,
} from '../model.ts'
import { codeFromResults, durationUnit, sexOf } from '../rules/court-codes.ts'
import { courtByCode } from '../rules/court-directory.ts'
import { offenceDetails } from '../rules/offence-details.ts'
import { readClock, readDay, sessionOf, shown, storable } from './fields.ts'
import { Refusal } from './refusal.ts'
import { childOf, childrenOf, findElement, type XmlElement } from './xml-document.ts'

/** A result without a code is free text (court specification, section 10). */
const uncodedResult = 1000

/** Reads a resulted-case message (court specification, section 2.3). Required: session, place and day of hearing, a
 *  case with its PTIURN, and a defendant that is exactly one of person and organisation with at least one offence.
 *  An offence sequence of zero or none is noted as HO100239. */
export function readSpiResultXml(root: XmlElement): ReadOutcome {
  const message = findElement(root, 'ResultedCaseMessage')
  if (!message) throw missing('ResultedCaseMessage', root)
  const notes: ReadingNote[] = []
  const session = required(message, 'Session')
  const hearing = required(required(session, 'CourtHearing'), 'Hearing')
  const location = requiredText(hearing, 'CourtHearingLocation')
  if (!/^[A-Z]\d{2}[A-Z]{2}/i.test(location)) {
    const field = at('CourtHearingLocation', hearing)
    throw new Refusal(field, `is ${shown(location)}`, 'Send the organisation unit of the court, such as B01EF01')
  }
  const dateGiven = requiredText(hearing, 'DateOfHearing')
  const date = readDay(dateGiven)
  if (!date) {
    const fix = 'Send a real date such as 2026-11-21'
    throw new Refusal(at('DateOfHearing', hearing), `is ${shown(dateGiven)}, not a date`, fix)
  }
  const time = readClock(textOf(hearing, 'TimeOfHearing'))
  const code = location.slice(0, 5).toUpperCase()
  const court = courtByCode(code)
  if (!court)
    notes.push({ field: 'CourtHearingLocation', code: 'court-not-known', detail: `${code} is not in the list` })
  const cases = childrenOf(session, 'Case')
  if (cases.length === 0) throw missing('Case', session)
  const read: SpiResultMessage = {
    kind: 'spi-result',
    source: 'SPI',
    hearing: {
      jurisdiction: court?.kind,
      court: { code, name: court?.name, room: location.slice(5, 7) || undefined },
      days: [{ date, time, session: sessionOf(time) }],
    },
    cases: cases.map(found => readCase(found, notes)),
    notes,
  }
  return { kind: 'read', messages: [read], ignored: [], refused: [] }
}

function readCase(found: XmlElement, notes: ReadingNote[]): CourtCase {
  const defendants = childrenOf(found, 'Defendant')
  if (defendants.length === 0) throw missing('Defendant', found)
  return {
    urn: requiredText(found, 'PTIURN'),
    markers: [],
    applications: [],
    defendants: defendants.map(defendant => readDefendant(defendant, notes)),
  }
}

function readDefendant(defendant: XmlElement, notes: ReadingNote[]): CourtDefendant {
  const individual = childOf(defendant, 'CourtIndividualDefendant')
  const corporate = childOf(defendant, 'CourtCorporateDefendant')
  if ((individual === undefined) === (corporate === undefined)) {
    const problem = individual
      ? 'is given beside CourtCorporateDefendant'
      : 'is missing, and so is CourtCorporateDefendant'
    const fix = 'Send exactly one of CourtIndividualDefendant and CourtCorporateDefendant'
    throw new Refusal(at('CourtIndividualDefendant', defendant), problem, fix)
  }
  const offences = childrenOf(defendant, 'Offence').map(offence => readOffence(offence, notes))
  if (offences.length === 0) throw missing('Offence', defendant)
  const asn = textOf(defendant, 'ProsecutorReference')
  const sorted = offences.sort((left, right) => left.sequence - right.sequence)
  return individual
    ? { ...readPerson(individual, notes), asn, offences: sorted }
    : { ...readOrganisation(corporate!), asn, offences: sorted }
}

type Identity = Omit<CourtDefendant, 'offences' | 'asn'>

function readPerson(individual: XmlElement, notes: ReadingNote[]): Identity {
  const person = childOf(individual, 'PersonDefendant')
  const details = childOf(person, 'BasePersonDetails')
  const name = childOf(details, 'PersonName')
  const surname = textOf(name, 'PersonFamilyName')
  if (surname === undefined) throw missing('PersonFamilyName', name ?? individual)
  const pnc = textOf(person, 'PNCidentifier')
  return {
    type: 'PERSON',
    name: {
      title: textOf(name, 'PersonTitle'),
      forenames: [1, 2, 3].flatMap(number => textOf(name, `PersonGivenName${number}`) ?? []),
      surname,
    },
    dateOfBirth: dayOf(details, 'Birthdate', notes),
    sex: sexOf(textOf(details, 'Gender')) ?? 'NOT_KNOWN',
    address: readAddress(childOf(individual, 'Address')),
    nationalities: [],
    pnc: pnc && withSlash(pnc),
    cro: undefined,
  }
}

function readOrganisation(corporate: XmlElement): Identity {
  const name = findElement(corporate, 'OrganisationName')
  const organisationName = name && (textOf(name, 'OrganisationName') ?? (name.text.trim() || undefined))
  if (organisationName === undefined) throw missing('OrganisationName', corporate)
  const pnc = textOf(corporate, 'PNCidentifier')
  return {
    type: 'ORGANISATION',
    organisationName,
    address: readAddress(childOf(corporate, 'Address')),
    nationalities: [],
    pnc: pnc && withSlash(pnc),
  }
}

/** The message writes a PNC without its slash: year of four digits, then the rest. */
function withSlash(pnc: string): string {
  return /^\d{11}[A-Z]$/i.test(pnc) ? `${pnc.slice(0, 4)}/${pnc.slice(4)}` : pnc
}

/** Simple address lines, or whatever parts a complex address has, in order. */
function readAddress(address: XmlElement | undefined): CourtAddress | undefined {
  const parts = childOf(address, 'SimpleAddress') ?? childOf(address, 'ComplexAddress')
  if (!parts) return undefined
  const postcode = textOf(parts, 'PostCode')
  const lines = parts.children.filter(part => part.name !== 'PostCode').flatMap(part => clean(part.text) ?? [])
  return { lines, postcode }
}

function readOffence(offence: XmlElement, notes: ReadingNote[]): CourtOffence {
  const base = required(offence, 'BaseOffenceDetails')
  const sequence = wholeNumber(textOf(base, 'OffenceSequenceNumber')) ?? 0
  if (sequence === 0) {
    const detail = `An offence has no sequence number (line ${offence.line})`
    notes.push({ field: 'OffenceSequenceNumber', code: 'HO100239', detail })
  }
  const timing = childOf(base, 'OffenceTiming')
  const mode = textOf(offence, 'ModeOfTrial')
  const code = requiredText(base, 'OffenceCode')
  const known = offenceDetails(code)
  return {
    sequence,
    code,
    title: known?.title,
    maximumPenalty: known?.maximumOnIndictment,
    wording: textOf(base, 'OffenceWording'),
    plea: coded('plea', textOf(offence, 'Plea')),
    verdict: coded('verdict', textOf(offence, 'Finding')),
    convictionDate: dayOf(offence, 'ConvictionDate', notes),
    modeOfTrial: mode === undefined ? undefined : codeFromResults('mode_of_trial', mode),
    startDate: dayOf(childOf(timing, 'OffenceStart'), 'OffenceDateStartDate', notes),
    endDate: dayOf(childOf(timing, 'OffenceEnd'), 'OffenceEndDate', notes),
    finalDisposal: yesNo(textOf(offence, 'FinalDisposalIndicator')),
    results: childrenOf(offence, 'Result').map(result => readResult(result, notes)),
  }
}

function coded(list: 'plea' | 'verdict', given: string | undefined): PleaOrVerdict | undefined {
  return given === undefined ? undefined : { value: codeFromResults(list, given), given }
}

function yesNo(given: string | undefined): boolean | undefined {
  if (given === 'Y') return true
  return given === 'N' ? false : undefined
}

function readResult(result: XmlElement, notes: ReadingNote[]): CourtResult {
  const outcome = childOf(result, 'Outcome')
  const durations = childrenOf(outcome, 'Duration')
  const duration = durations.find(one => textOf(one, 'DurationValue') !== undefined) ?? durations[0]
  const code = textOf(result, 'ResultCode')
  const number = code === undefined ? uncodedResult : wholeNumber(code)
  if (number === undefined) {
    throw new Refusal(at('ResultCode', result), `is ${shown(code ?? '')}`, 'Send the result code as digits')
  }
  const firstDay = (name: string) => durations.flatMap(one => dayOf(one, name, notes) ?? [])[0]
  return {
    code: number,
    text: textOf(result, 'ResultText'),
    qualifiers: childrenOf(result, 'ResultCodeQualifier').flatMap(qualifier => clean(qualifier.text) ?? []),
    duration: readDuration(duration, 'DurationValue', 'DurationUnit'),
    secondaryDuration: readDuration(duration, 'SecondaryDurationValue', 'SecondaryDurationUnit'),
    startDate: firstDay('DurationStartDate'),
    endDate: firstDay('DurationEndDate'),
    amount: decimal(textOf(outcome, 'ResultAmountSterling')),
    penaltyPoints: wholeNumber(textOf(outcome, 'PenaltyPoints')),
    nextHearing: readNextHearing(childOf(result, 'NextHearing'), notes),
  }
}

function readDuration(duration: XmlElement | undefined, value: string, unit: string): Duration | undefined {
  const number = decimal(textOf(duration, value))
  return number === undefined ? undefined : { value: number, unit: durationUnit(textOf(duration, unit)) }
}

function readNextHearing(next: XmlElement | undefined, notes: ReadingNote[]): NextHearing | undefined {
  if (!next) return undefined
  const details = childOf(next, 'NextHearingDetails')
  const location = textOf(details, 'CourtHearingLocation')
  const courtCode = location?.slice(0, 5).toUpperCase()
  return {
    courtCode,
    courtName: courtCode === undefined ? undefined : courtByCode(courtCode)?.name,
    date: dayOf(details, 'DateOfHearing', notes),
    time: readClock(textOf(details, 'TimeOfHearing')),
    reason: textOf(next, 'NextHearingReason'),
    bailStatus: textOf(next, 'BailStatusOffence'),
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function decimal(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined
}

/** A date that may be wrong without losing the message: then it is noted and left out. */
function dayOf(element: XmlElement | undefined, name: string, notes: ReadingNote[]): ReturnType<typeof readDay> {
  const given = textOf(element, name)
  const day = given === undefined ? undefined : readDay(given)
  if (given !== undefined && !day) {
    notes.push({ field: name, code: 'date-not-real', detail: `${name} is ${shown(given)}, which is not a date` })
  }
  return day
}

function clean(text: string): string | undefined {
  return storable(text, 'text', []) || undefined
}

function textOf(element: XmlElement | undefined, name: string): string | undefined {
  const child = childOf(element, name)
  return child && clean(child.text)
}

function required(element: XmlElement, name: string): XmlElement {
  const child = childOf(element, name)
  if (!child) throw missing(name, element)
  return child
}

function requiredText(element: XmlElement, name: string): string {
  const text = textOf(element, name)
  if (text === undefined) throw missing(name, element)
  return text
}

function missing(name: string, parent: XmlElement): Refusal {
  return new Refusal(at(name, parent), 'is missing or empty', `Send ${name} inside ${parent.name}`)
}

function at(name: string, parent: XmlElement): string {
  return `${name} (line ${parent.line})`
}
