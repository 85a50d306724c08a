import type { TakenIn } from './take-in-message.ts'

const envelope = 'http://www.w3.org/2003/05/soap-envelope'

/** Did the list come in a SOAP envelope? Its sender then expects one back. */
export function isSoap(body: Buffer): boolean {
  return /<(?:[\w.-]+:)?Envelope[\s>]/.test(body.subarray(0, 4096).toString('utf8'))
}

/** The answer to a list that was taken in, in the sender's words: what became of each of its cases. */
export function acknowledgement(taken: TakenIn, soap: boolean): string {
  const parts = taken.fates.map(({ fate, reason, part }) => {
    const because = reason ? ` reason="${escaped(reason)}"` : ''
    return `<Case number="${escaped(part ?? '')}" fate="${fate}"${because}/>`
  })
  const ack = `<Acknowledgement><Ack><MessageStatus>Success</MessageStatus><MessageComment>${taken.messageId}</MessageComment>${parts.join('')}</Ack></Acknowledgement>`
  return document(ack, soap)
}

/** The answer to a list that could not be used: a SOAP fault of the sender, or of the receiver when it was kept but could
 *  not be applied, naming the field. */
export function soapFault(taken: TakenIn, soap: boolean): string {
  const problems = taken.fates.flatMap(({ field, problem, fix }) =>
    field ? [{ field, text: `${field} ${problem}. ${fix}.` }] : [],
  )
  const reason = problems[0]?.text ?? 'The message was kept and can be taken in again.'
  const details = problems.map(({ field, text }) => `<Problem field="${escaped(field)}">${escaped(text)}</Problem>`)
  const detail = `<MessageStatus>Failure</MessageStatus><MessageComment>${taken.messageId}</MessageComment>${details.join('')}`
  if (!soap) return document(`<Acknowledgement><Ack>${detail}</Ack></Acknowledgement>`, false)
  const code = taken.outcome === 'refused' ? 'Sender' : 'Receiver'
  return document(
    `<soap:Fault><soap:Code><soap:Value>soap:${code}</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="en">${escaped(reason)}</soap:Text></soap:Reason><soap:Detail>${detail}</soap:Detail></soap:Fault>`,
    true,
  )
}

function document(content: string, soap: boolean): string {
  const body = soap
    ? `<soap:Envelope xmlns:soap="${envelope}"><soap:Body>${content}</soap:Body></soap:Envelope>`
    : content
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text inside XML 1.0: markup escaped, characters that no XML may hold left out. */
function escaped(text: string): string {
  const kept = [...text].filter(character => {
    const code = character.codePointAt(0) ?? 0
    return (
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 32 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff)
    )
  })
  return kept.join('').replace(/[&<>"]/g, character => entities[character] ?? character)
}
