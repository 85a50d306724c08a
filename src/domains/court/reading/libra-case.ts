import { isLocalDate } from '../../../platform/calendar/index.ts'
import type { CourtDefendant, CourtOffence, HearingDay, LibraCaseMessage, ReadOutcome } from '../model.ts'
import { dummyRoomFrom } from '../parameters/court-lists.ts'
import { sexOf } from '../rules/court-codes.ts'
import { courtByCode } from '../rules/court-directory.ts'
import { type Fields, readMoment, sessionOf, shown } from './fields.ts'
import { readSharedTime } from './hearing.ts'
import { Refusal } from './refusal.ts'

const keysRead = [
  'caseNo',
  'name',
  'defendantName',
  'defendantType',
  'defendantSex',
  'defendantDob',
  'defendantAddress',
  'cro',
  'pnc',
  'urn',
  'listNo',
  'nationality1',
  'nationality2',
  'offences',
  'sessionStartTime',
  'courtCode',
  'courtRoom',
  'cId',
  'cprUUID',
  'sharedTime',
]

/** Reads one list case after splitting (court specification, sections 2.1, 3 and 7). Required: court, session start,
 *  case number, a defendant's name, an offence. A dummy room or a court that is not active is ignored with its reason. */
export function readLibraCaseFields(fields: Fields): ReadOutcome {
  const caseNo = fields.requiredText('caseNo')
  const courtGiven = fields.requiredText('courtCode')
  if (courtGiven.length < 5) {
    throw new Refusal(fields.at('courtCode'), `is ${shown(courtGiven)}`, 'Send a court code of at least 5 characters')
  }
  const code = courtGiven.slice(0, 5).toUpperCase()
  const day = readDay(fields)
  const listNo = fields.text('listNo')
  const defendant = readDefendant(fields)
  const room = fields.text('courtRoom')
  const court = courtByCode(code)

  const about = { id: caseNo, courtCode: code, date: day.date, room }
  if (isDummyRoom(room, day.date)) {
    return { kind: 'read', messages: [], ignored: [{ reason: 'dummy-room', ...about }], refused: [] }
  }
  if (!court?.active) {
    return { kind: 'read', messages: [], ignored: [{ reason: 'court-not-active', ...about }], refused: [] }
  }
  const message: LibraCaseMessage = {
    kind: 'libra-case',
    source: 'LIBRA',
    sharedTime: readSharedTime(fields),
    hearing: { jurisdiction: court.kind, court: { code, name: court.name, room }, days: [day] },
    cases: [
      {
        caseNo,
        urn: fields.text('urn'),
        listNo,
        markers: [],
        applications: [],
        defendants: [defendant],
        unknown: fields.unknown(keysRead),
      },
    ],
    notes: fields.notes,
  }
  return { kind: 'read', messages: [message], ignored: [], refused: [] }
}

/** Rooms from 50 up are not real rooms: cases are parked there. */
export function isDummyRoom(room: string | undefined, day: HearingDay['date']): boolean {
  return room !== undefined && /^\d+$/.test(room) && Number(room) >= dummyRoomFrom.on(day).value
}

function readDay(fields: Fields): HearingDay {
  const given = fields.requiredText('sessionStartTime')
  if (isLocalDate(given)) return { date: given }
  const moment = readMoment(given)
  if (!moment) {
    const fix = 'Send the day and London time, such as 2026-11-21T09:00:00'
    throw new Refusal(fields.at('sessionStartTime'), `is ${shown(given)}, not a time`, fix)
  }
  return { ...moment, session: sessionOf(moment.time) }
}

function readDefendant(fields: Fields): CourtDefendant {
  const type = readType(fields)
  const sexGiven = fields.text('defendantSex')
  const sex = sexOf(sexGiven)
  if (sexGiven !== undefined && sex === undefined) {
    fields.note('defendantSex', 'code-not-known', `The sex code ${shown(sexGiven)} is not known`)
  }
  return {
    personRecordKey: fields.text('cId'),
    personRecordId: fields.text('cprUUID'),
    type,
    ...readName(fields, type),
    dateOfBirth: fields.day('defendantDob'),
    sex: type === 'PERSON' ? (sex ?? 'NOT_KNOWN') : undefined,
    address: readAddress(fields.object('defendantAddress')),
    nationalities: ['nationality1', 'nationality2'].flatMap(key => fields.text(key) ?? []),
    pnc: fields.givenText('pnc'),
    cro: fields.givenText('cro'),
    offences: readOffences(fields),
  }
}

function readType(fields: Fields): CourtDefendant['type'] {
  const given = fields.text('defendantType') ?? 'P'
  if (given !== 'P' && given !== 'O') {
    const fix = 'Send P for a person or O for an organisation'
    throw new Refusal(fields.at('defendantType'), `is ${shown(given)}`, fix)
  }
  return given === 'P' ? 'PERSON' : 'ORGANISATION'
}

function readName(fields: Fields, type: CourtDefendant['type']): Pick<CourtDefendant, 'name' | 'organisationName'> {
  const whole = fields.text('defendantName')
  const name = fields.object('name')
  const surname = name?.text('surname')
  const forenames = ['forename1', 'forename2', 'forename3'].flatMap(key => name?.text(key) ?? [])
  if (type === 'ORGANISATION') {
    const organisationName = whole ?? [...forenames, surname].filter(Boolean).join(' ')
    return { organisationName: organisationName || fields.missing('defendantName') }
  }
  if (surname === undefined) {
    if (whole === undefined) fields.missing('defendantName')
    fields.note('name', 'name-not-split', 'The name came as one text; all of it is kept as the surname')
    return { name: { forenames, surname: whole } }
  }
  return { name: { title: name?.text('title'), forenames, surname } }
}

function readAddress(address: Fields | undefined): CourtDefendant['address'] {
  if (!address) return undefined
  const lines = [1, 2, 3, 4, 5].flatMap(line => address.text(`line${line}`) ?? [])
  const postcode = address.text('pcode')
  return lines.length === 0 && postcode === undefined ? undefined : { lines, postcode }
}

/** In order of sequence; two offences with one number keep the order they came in. */
function readOffences(fields: Fields): readonly CourtOffence[] {
  return fields
    .requiredObjects('offences')
    .map((offence, index) => ({
      sequence: offence.count('seq') ?? index + 1,
      code: offence.text('code'),
      title: offence.text('title'),
      wording: offence.text('summary'),
      act: offence.text('act'),
      maximumPenalty: offence.text('maxpen'),
      plea: pleaOf(offence),
      convictionDate: offence.day('convdate'),
      results: [],
    }))
    .sort((left, right) => left.sequence - right.sequence)
}

function pleaOf(offence: Fields): CourtOffence['plea'] {
  const given = offence.text('plea')
  return given === undefined ? undefined : { value: given, given, date: offence.day('pleadate') }
}
