import type { HearingMessage, ReadingNote, ReadOutcome } from '../model.ts'
import { Fields, isObject } from './fields.ts'
import { readHearingBody, readSharedTime } from './hearing.ts'
import { readJson } from './json-document.ts'
import { readLibraCaseFields } from './libra-case.ts'
import { readLibraListXml } from './libra-list.ts'
import { Refusal, reading } from './refusal.ts'
import { readSpiResultXml } from './spi-result.ts'
import { findElement, readXml } from './xml-document.ts'

/** Reads any court message from its body alone: XML by its root element, JSON by its keys, an envelope by what is
 *  inside. `resulted` says which endpoint took a hearing when no envelope does. Never throws for bad input. */
export function readCourtMessage(body: string, resulted = false): ReadOutcome {
  return reading(() => {
    if (/^\ufeff?\s*</.test(body)) {
      const root = readXml(body.replace(/^\ufeff/, ''))
      return findElement(root, 'ResultedCaseMessage') ? readSpiResultXml(root) : readLibraListXml(root)
    }
    const { fields, kind } = opened(body, resulted)
    if (fields.has('hearing')) return readHearingBody(fields, kind)
    if (fields.has('caseNo') || fields.has('courtCode') || fields.has('defendantName')) {
      return readLibraCaseFields(fields)
    }
    throw new Refusal(
      'body',
      'is not a court message we know',
      'Send a hearing, a list case, a list or a result message',
    )
  })
}

/** Reads the body of POST /hearing/{id} or, with `resulted`, of POST /hearing/{id}/result, bare or in an envelope.
 *  A hearing sent to another `hearingId` than its own keeps its own, with a note. Never throws for bad input. */
export function readHearing(body: string, resulted: boolean, hearingId?: string): ReadOutcome {
  return reading(() => {
    const { fields, kind } = opened(body, resulted)
    return readHearingBody(fields, kind, hearingId)
  })
}

/** Reads DELETE /hearing/{id}/delete: the id of the address and, if there is a body, its `sharedTime`. */
export function readHearingDelete(hearingId: string, body = ''): ReadOutcome {
  return reading(() => {
    const fields = body.trim() === '' ? new Fields({}, '', []) : opened(body, false).fields
    const id = hearingId.replaceAll('\0', '').trim()
    if (id === '') throw new Refusal('hearing.id', 'is missing', 'Send the id of the hearing')
    const sharedTime = readSharedTime(fields)
    const notes = fields.notes
    const message = { kind: 'hearing-delete', source: 'COMMON_PLATFORM', hearingId: id, sharedTime, notes } as const
    return { kind: 'read', messages: [message], ignored: [], refused: [] }
  })
}

/** Reads a whole court list in XML, with or without SOAP envelope. Never throws for bad input. */
export function readLibraList(body: string): ReadOutcome {
  return reading(() => readLibraListXml(readXml(body.replace(/^\ufeff/, ''))))
}

/** Reads one list case in JSON, bare or in an envelope. Never throws for bad input. */
export function readLibraCase(body: string): ReadOutcome {
  return reading(() => readLibraCaseFields(opened(body, false).fields))
}

/** Reads a resulted-case message in XML. Never throws for bad input. */
export function readSpiResult(body: string): ReadOutcome {
  return reading(() => readSpiResultXml(readXml(body.replace(/^\ufeff/, ''))))
}

type Opened = { readonly fields: Fields; readonly kind: HearingMessage['kind'] }

/** The object of a JSON body, out of its notification envelope when it has one (text under `Message`). */
function opened(body: string, resulted: boolean): Opened {
  const outer = objectOf(body, 'body')
  const message = outer.raw('Message')
  if (typeof message !== 'string') return { fields: outer, kind: resulted ? 'hearing-result' : 'hearing' }
  const event = outer.object('MessageAttributes')?.object('hearingEventType')?.text('Value')
  const isResult = event === undefined ? resulted : /^resulted$/i.test(event)
  return { fields: objectOf(message, 'Message'), kind: isResult ? 'hearing-result' : 'hearing' }
}

function objectOf(text: string, field: string): Fields {
  if (text.trim() === '') throw new Refusal(field, 'is empty', 'Send the message as the body')
  const { value, notes } = readJson(text.replace(/^\ufeff/, ''), field)
  if (!isObject(value)) throw new Refusal(field, 'is not a JSON object', 'Send one JSON object')
  return new Fields(value, '', notes satisfies ReadingNote[])
}
