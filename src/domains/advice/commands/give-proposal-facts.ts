import { isDeepStrictEqual } from 'node:util'
import { readWeeklyTimes } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { lockFlags } from '../../person/index.ts'
import { type AskedFact, askedFact } from '../parameters/asked-facts.ts'
import { factsGiven } from '../queries/proposal-sources.ts'
import { requestById } from '../store/request-store.ts'

export type GiveProposalFacts = {
  readonly personId: string
  readonly requestId: string
  /** As typed, by code; an empty text leaves the fact as it is. */
  readonly answers: Readonly<Record<string, string>>
}

/** Keeps what the record lacks, once: who said it and when go with it, and only what changed is written. Answers how
 *  many facts are new. Throws NotAllowed, NotFound. */
export async function giveProposalFacts(
  ctx: Context,
  { personId, requestId, answers }: GiveProposalFacts,
): Promise<Result<{ readonly kept: number }>> {
  ctx.may('advice.write', { people: [personId] })
  const request = await requestById(ctx.tx, personId, requestId)
  if (!request) throw new NotFound('There is no such report request on this record.')
  const found: Problem[] = []
  const values: { readonly fact: AskedFact; readonly value: unknown }[] = []
  for (const [code, typed] of Object.entries(answers)) {
    const fact = askedFact(code)
    if (!fact || typed.trim() === '') continue
    const read = readFact(fact, typed)
    if ('problem' in read) found.push({ field: code, ...read.problem })
    else values.push({ fact, value: read.value })
  }
  if (found.length > 0) return problems(...found)
  const flags = await lockFlags(ctx.tx, personId)
  const held = await factsGiven(ctx.tx, [personId], request.id)
  const changed = values.filter(({ fact, value }) => !isDeepStrictEqual(held.get(fact.code)?.value ?? null, value))
  for (const { fact, value } of changed) {
    await ctx.tx.run(
      `INSERT INTO advice.proposal_fact (person_id, id, request_id, code, value, at, by, by_name, excluded, restricted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        personId,
        newId(),
        fact.about === 'case' ? request.id : null,
        fact.code,
        JSON.stringify(value),
        ctx.now,
        ctx.viewer.username,
        ctx.viewer.name,
        flags.excluded,
        flags.restricted,
      ],
    )
  }
  const codes = changed.map(one => one.fact.code)
  if (codes.length > 0) ctx.record('alter', 'advice.give-proposal-facts', [personId], { detail: { requestId, codes } })
  return ok({ kept: changed.length })
}

type Read = { readonly value: unknown } | { readonly problem: { readonly code: string; readonly text: string } }

/** The value of an answer as typed, or what to type instead. 'not-known' takes a fact back. */
export function readFact(fact: AskedFact, typed: string): Read {
  const text = typed.trim()
  if (text === 'not-known') return { value: null }
  const wrong = (code: string, say: string): Read => ({ problem: { code, text: say } })
  if (fact.kind === 'yes-no') {
    return text === 'yes' || text === 'no'
      ? { value: text === 'yes' }
      : wrong('choose', `${fact.label} Choose yes or no`)
  }
  if (fact.kind === 'choice') {
    return fact.choices.some(one => one.value === text) ? { value: text } : wrong('choose', 'Choose one of the list')
  }
  if (fact.kind === 'number') {
    const value = Number(text)
    const most = fact.code === 'person.free-hours' ? 168 : 600
    const fits = Number.isFinite(value) && value >= 0 && value <= most
    return fits ? { value } : wrong('number-wrong', `Enter a number from 0 to ${most}`)
  }
  if (/^none$/i.test(text)) return { value: [] }
  if (fact.kind === 'times') {
    const read = readWeeklyTimes(text)
    return read.ok ? { value: read.times } : wrong('times-not-understood', read.message)
  }
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  return lines.some(line => line.length > 200)
    ? wrong('too-long', 'Shorten each line to 200 characters')
    : { value: lines }
}
