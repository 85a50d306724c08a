import type {
  CourtApplication,
  CourtCase,
  CourtDefendant,
  CourtHearing,
  CourtOffence,
  CourtPlace,
  HearingDay,
  HearingMessage,
  Ignored,
  PleaOrVerdict,
  ReadOutcome,
} from '../model.ts'
import { pleaOrVerdict } from '../rules/court-codes.ts'
import { courtByCode, courtByName } from '../rules/court-directory.ts'
import { applicationCase } from './court-application.ts'
import { readDefendantDetails } from './defendant-details.ts'
import { type Fields, readInstant, readMoment, sessionOf, shown } from './fields.ts'
import { readJudicialResult } from './judicial-results.ts'
import { Refusal } from './refusal.ts'

const jurisdictions = ['MAGISTRATES', 'CROWN'] as const
const initiationCodes = ['J', 'Q', 'S', 'C', 'R', 'O', 'Z'] as const

/** Reads `{ hearing, sharedTime }` of Common Platform (court specification, sections 2.2 and 7). What the public
 *  samples always carry is required; what they leave out (type, initiation code, prosecuting authority, definition
 *  id, listing sequence) is noted when missing. Youths are dropped before their details are read. */
export function readHearingBody(body: Fields, kind: HearingMessage['kind'], hearingId?: string): ReadOutcome {
  const notes = body.notes
  const hearing = body.requiredObject('hearing')
  const id = hearing.requiredText('id')
  if (hearingId !== undefined && hearingId.toLowerCase() !== id.toLowerCase()) {
    hearing.note('id', 'id-differs-from-address', `The message was sent to ${shown(hearingId)}; its own id was used`)
  }
  const jurisdiction = hearing.oneOf('jurisdictionType', jurisdictions) ?? hearing.missing('jurisdictionType')
  const type = hearing.object('type')
  if (!type?.text('description')) hearing.note('type', 'expected-field-missing', 'The hearing type is not given')
  const listed: CourtHearing = {
    hearingId: id,
    hearingType: type?.text('description'),
    jurisdiction,
    court: readCourt(hearing.requiredObject('courtCentre'), jurisdiction),
    days: readDays(hearing),
  }
  const caseFields = hearing.objects('prosecutionCases')
  const applicationFields = hearing.objects('courtApplications')
  if (caseFields.length === 0 && applicationFields.length === 0) {
    const fix = 'Send at least one prosecution case or court application'
    throw new Refusal('hearing.prosecutionCases', 'is missing or empty', fix)
  }
  const cases = [
    ...caseFields.map(readCase),
    ...applicationFields.flatMap(application => applicationCase(application, isYouth) ?? []),
  ].filter(found => found.defendants.length > 0)
  if (cases.length === 0) {
    const youths: Ignored = {
      reason: 'only-youth-defendants',
      id,
      courtCode: listed.court.code,
      date: listed.days[0]?.date,
    }
    return { kind: 'read', messages: [], ignored: [youths], refused: [] }
  }
  const message: HearingMessage = {
    kind,
    source: 'COMMON_PLATFORM',
    sharedTime: readSharedTime(body),
    hearing: listed,
    cases: withApplicationsAttached(cases),
    notes,
  }
  return { kind: 'read', messages: [message], ignored: [], refused: [] }
}

/** The moment a message was shared, written as an ISO time with a zone; noted and left out when it is not one. */
export function readSharedTime(body: Fields): string | undefined {
  const given = body.text('sharedTime')
  if (given === undefined) return undefined
  const at = readInstant(given)
  if (!at) body.note('sharedTime', 'date-not-real', `sharedTime is ${shown(given)}, which is not a time with a zone`)
  return at
}

/** An application on a case of the same hearing belongs to that case and needs none of its own. */
function withApplicationsAttached(cases: readonly CourtCase[]): readonly CourtCase[] {
  const own = cases.filter(found => found.applications.length > 0)
  const prosecuted = cases.filter(found => found.applications.length === 0)
  const attached = new Map<string, CourtApplication[]>(prosecuted.map(({ caseId }) => [caseId ?? '', []]))
  const alone = own.filter(({ applications: [application] }) => {
    const here = application?.prosecutionCaseIds.flatMap(caseId => (attached.has(caseId) ? [caseId] : [])) ?? []
    for (const caseId of here) if (application) attached.get(caseId)?.push(application)
    return here.length === 0
  })
  return [...prosecuted.map(found => ({ ...found, applications: attached.get(found.caseId ?? '') ?? [] })), ...alone]
}

function readCourt(centre: Fields, jurisdiction: (typeof jurisdictions)[number]): CourtPlace {
  centre.requiredText('id')
  const roomId = centre.requiredText('roomId')
  const room = centre.requiredText('roomName')
  const name = centre.text('name')
  const given = centre.text('code')
  if (given !== undefined) {
    if (given.length < 5) {
      throw new Refusal(centre.at('code'), `is ${shown(given)}`, 'Send a court code of at least 5 characters')
    }
    const code = given.slice(0, 5).toUpperCase()
    const court = courtByCode(code)
    if (!court) centre.note('code', 'court-not-known', `${code} is not in the list of courts`)
    return { code, name: name ?? court?.name, room, roomId }
  }
  const court = name === undefined ? undefined : courtByName(name, jurisdiction)
  if (court) centre.note('code', 'court-found-by-name', `The court code is missing; ${court.code} has the name given`)
  else centre.note('code', 'court-not-known', 'The court code is missing and the name does not say which court it is')
  return { code: court?.code, name: name ?? court?.name, room, roomId }
}

function readDays(hearing: Fields): readonly HearingDay[] {
  return hearing.requiredObjects('hearingDays').map(day => {
    const given = day.requiredText('sittingDay')
    const moment = readMoment(given)
    if (!moment) {
      throw new Refusal(day.at('sittingDay'), `is ${shown(given)}`, 'Send a time such as 2026-11-21T10:00:00.000Z')
    }
    return {
      ...moment,
      session: sessionOf(moment.time),
      listedDurationMinutes: day.count('listedDurationMinutes') ?? day.missing('listedDurationMinutes'),
      listingSequence: day.count('listingSequence'),
    }
  })
}

function readCase(found: Fields): CourtCase {
  const caseId = found.requiredText('id')
  const identifier = found.requiredObject('prosecutionCaseIdentifier')
  const urn = identifier.requiredText('caseURN')
  const authority = identifier.text('prosecutionAuthorityName') ?? identifier.text('prosecutionAuthorityCode')
  const initiationCode = found.oneOf('initiationCode', initiationCodes)
  if (!initiationCode) found.note('initiationCode', 'expected-field-missing', 'How the case began is not given')
  const defendants = found
    .requiredObjects('defendants')
    .filter(defendant => !isYouth(defendant))
    .map(readDefendant)
  return {
    caseId,
    urn,
    initiationCode,
    prosecutingAuthority: authority,
    markers: found.objects('caseMarkers').flatMap(marker => marker.text('markerTypeDescription') ?? []),
    applications: [],
    defendants: onePerId(defendants, found),
  }
}

function isYouth(defendant: Fields): boolean {
  return defendant.flag('isYouth') === true
}

/** A defendant listed twice under one id is one defendant: the first is kept, and staff are told. */
function onePerId(defendants: readonly CourtDefendant[], found: Fields): readonly CourtDefendant[] {
  const byId = new Map<string, CourtDefendant>()
  for (const defendant of defendants) {
    const id = defendant.defendantId ?? ''
    if (!byId.has(id)) byId.set(id, defendant)
    else found.note('defendants', 'defendant-listed-twice', `Defendant ${id} is listed twice; the first was kept`)
  }
  return [...byId.values()]
}

function readDefendant(defendant: Fields): CourtDefendant {
  const defendantId = defendant.requiredText('id')
  defendant.requiredText('prosecutionCaseId')
  return {
    defendantId,
    masterDefendantId: defendant.text('masterDefendantId'),
    personRecordKey: defendant.text('cId') ?? defendantId,
    personRecordId: defendant.text('cprUUID'),
    ...readDefendantDetails(defendant),
    // A sender in between may have written the absent key as null and say so beside it.
    pnc: defendant.flag('isPncMissing') ? undefined : defendant.givenText('pncId'),
    cro: defendant.flag('isCroMissing') ? undefined : defendant.givenText('croNumber'),
    offences: defendant.requiredObjects('offences').map((offence, index) => readOffence(offence, index + 1)),
  }
}

function readOffence(offence: Fields, sequence: number): CourtOffence {
  if (!offence.text('offenceDefinitionId')) {
    offence.note('offenceDefinitionId', 'expected-field-missing', 'The offence definition id is not given')
  }
  const listNo = offence.count('listingNumber')
  return {
    offenceId: offence.requiredText('id'),
    sequence,
    code: offence.requiredText('offenceCode'),
    title: offence.requiredText('offenceTitle'),
    wording: offence.requiredText('wording'),
    act: offence.text('offenceLegislation'),
    listNo: listNo === undefined ? undefined : String(listNo),
    plea: readPlea(offence.object('plea')),
    verdict: readVerdict(offence.object('verdict')),
    convictionDate: offence.day('convictionDate'),
    modeOfTrial: offence.text('modeOfTrial'),
    startDate: offence.day('startDate'),
    endDate: offence.day('endDate'),
    results: offence.objects('judicialResults').map(readJudicialResult),
  }
}

function readPlea(plea: Fields | undefined): PleaOrVerdict | undefined {
  const given = plea?.text('pleaValue')
  return given === undefined ? undefined : { ...pleaOrVerdict('plea', given), date: plea?.day('pleaDate') }
}

function readVerdict(verdict: Fields | undefined): PleaOrVerdict | undefined {
  const given = verdict?.object('verdictType')?.text('description')
  return given === undefined ? undefined : { ...pleaOrVerdict('verdict', given), date: verdict?.day('verdictDate') }
}
