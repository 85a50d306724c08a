import { type LocalDate, localDate } from '../../../platform/calendar/index.ts'
import type { CourtMessage, Ignored, ReadOutcome, Unreadable } from '../model.ts'
import { Fields, type JsonObject, readClock, readDay, shown } from './fields.ts'
import { isDummyRoom, readLibraCaseFields } from './libra-case.ts'
import { Refusal, reading } from './refusal.ts'
import { childOf, childrenOf, findElement, type XmlElement } from './xml-document.ts'

/** Reads a whole court list, with or without its SOAP envelope: a message for each case, what was ignored, and the
 *  cases that cannot be used. Refuses a list that is not one: no document, a file name that does not name the court,
 *  a session without a day. */
export function readLibraListXml(root: XmlElement): ReadOutcome {
  const request = findElement(root, 'ExternalDocumentRequest')
  if (!request) {
    throw new Refusal('ExternalDocumentRequest', 'is missing', 'Send the list inside ExternalDocumentRequest')
  }
  const documents = childrenOf(childOf(request, 'documents'), 'document')
  if (documents.length === 0) {
    throw new Refusal('documents', `holds no document (line ${request.line})`, 'Send the list as one document')
  }
  const outcomes = documents.flatMap(readDocument)
  const messages: CourtMessage[] = []
  const ignored: Ignored[] = []
  const refused: Unreadable[] = []
  for (const outcome of outcomes) {
    if (outcome.kind === 'unreadable') refused.push(outcome)
    else {
      messages.push(...outcome.messages)
      ignored.push(...outcome.ignored)
    }
  }
  if (outcomes.length === 0) throw new Refusal('cases', 'holds no case', 'Send at least one case in the list')
  return { kind: 'read', messages, ignored, refused }
}

function readDocument(document: XmlElement): readonly ReadOutcome[] {
  const place = readFileName(document)
  const sessions = allBelow(document, ['data', 'job', 'sessions', 'session'])
  return sessions.flatMap(session => {
    const start = sessionStart(session)
    const wholeListIsDummy = isDummyRoom(place.room, localDate(start.slice(0, 10)))
    const room = wholeListIsDummy ? place.room : (textOf(session, 'room') ?? place.room)
    const cases = allBelow(session, ['blocks', 'block', 'cases', 'case'])
    return cases.map(found => {
      return reading(() => readLibraCaseFields(caseFields(found, place.courtCode, room, start)))
    })
  })
}

/** File name: sequence, day, local justice area, organisation unit (court and room), kind of list. */
const fileNameForm = /^\d+_\d{8}_[0-9A-Z]+_([A-Z]\d{2}[A-Z]{2})(\d{2})?[0-9A-Z]*_ADULT_COURT_LIST_DAILY$/

function readFileName(document: XmlElement): { readonly courtCode: string; readonly room: string | undefined } {
  const info = childOf(document, 'info')
  const name = textOf(info, 'source_file_name')
  if (name === undefined) {
    const line = (info ?? document).line
    throw new Refusal('source_file_name', `is missing (line ${line})`, 'Send the name of the list file')
  }
  const match = fileNameForm.exec(name)
  if (!match) {
    const fix = 'Name the list like 5_26102020_2992_B10JQ01_ADULT_COURT_LIST_DAILY'
    throw new Refusal('source_file_name', `is ${shown(name)}`, fix)
  }
  return { courtCode: match[1]!, room: match[2] }
}

function sessionStart(session: XmlElement): string {
  const given = textOf(session, 'doh')
  const day: LocalDate | undefined = given === undefined ? undefined : readDay(given)
  if (!day) {
    const problem = given === undefined ? 'is missing' : `is ${shown(given)}, not a date`
    throw new Refusal('doh', `${problem} (line ${session.line})`, 'Send the day of hearing as dd/MM/yyyy')
  }
  const time = readClock(textOf(session, 'sstart'))
  return time === undefined ? day : `${day}T${time}:00`
}

/** A case element in the shape of a list case after splitting; what has no place there is kept under its own name. */
function caseFields(found: XmlElement, courtCode: string, courtRoom: string | undefined, start: string): Fields {
  const moved = new Set(Object.keys(caseKeys))
  const rest = found.children.filter(child => !moved.has(child.name)).map(child => [child.name, plain(child)])
  const kept = found.children.flatMap(child => {
    const key = caseKeys[child.name]
    return key === undefined ? [] : [[key, plain(child)]]
  })
  const offences = childrenOf(childOf(found, 'offences'), 'offence').map(renamed(offenceKeys))
  const object = Object.fromEntries([...rest, ...kept, ['offences', offences]])
  const line = found.line
  return new Fields({ ...object, courtCode, courtRoom, sessionStartTime: start }, `case (line ${line})`, [])
}

const caseKeys: { readonly [element: string]: string } = {
  caseno: 'caseNo',
  c_id: 'caseId',
  h_id: 'hearingId',
  def_name: 'defendantName',
  def_name_elements: 'name',
  def_type: 'defendantType',
  def_sex: 'defendantSex',
  def_dob: 'defendantDob',
  def_age: 'defendantAge',
  def_addr: 'defendantAddress',
  pnc_id: 'pnc',
  cro_number: 'cro',
  urn: 'urn',
  listno: 'listNo',
  nationality_1: 'nationality1',
  nationality_2: 'nationality2',
  cseq: 'seq',
  inf: 'inf',
  offences: 'offences',
}

const offenceKeys: { readonly [element: string]: string } = { oseq: 'seq', sum: 'summary', as: 'act' }

function renamed(keys: { readonly [element: string]: string }): (element: XmlElement) => JsonObject {
  return element => Object.fromEntries(element.children.map(child => [keys[child.name] ?? child.name, plain(child)]))
}

/** An element as JSON would hold it: its text when it has no children, else an object of its children. */
function plain(element: XmlElement): unknown {
  if (element.children.length === 0) return element.text.trim()
  return Object.fromEntries(element.children.map(child => [child.name, plain(child)]))
}

function textOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.text.trim() || undefined
}

function allBelow(element: XmlElement, path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>((level, name) => level.flatMap(one => childrenOf(one, name)), [element])
}
