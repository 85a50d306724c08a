import { z } from 'zod'
import { type WeeklyTime, weeklyTimesText } from '../../../platform/calendar/index.ts'
import { Button } from '../../../platform/components/index.ts'
import { ok } from '../../../platform/errors/index.ts'
import { ChoiceField, Form, LongTextField, TextField } from '../../../platform/web/index.ts'
import { savedAt } from '../../../platform/words/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { giveProposalFacts } from '../commands/give-proposal-facts.ts'
import { type AskedFact, askedFacts } from '../parameters/asked-facts.ts'
import { factsGiven } from '../queries/proposal-sources.ts'
import type { FactGiven } from '../rules/proposal-facts.ts'
import { settledByRecord } from '../rules/settled-by-record.ts'
import { proposalAt } from './proposal-at.ts'

type Model = {
  readonly base: string
  readonly given: ReadonlyMap<string, FactGiven>
  readonly settled: ReadonlyMap<string, boolean | number>
  readonly open: number
}

export const proposalFactsPage = casePage<Model>({
  path: '/reports/:request/proposal/facts',
  name: 'advice.proposal-facts',
  title: 'What the record lacks',
  allow: 'advice.write',
  tab: null,
  view: async (ctx, opened, { params }) => {
    const at = await proposalAt(ctx, opened, params.request, '')
    const given = await factsGiven(ctx.tx, opened.group, at.request.id)
    const settled = settledByRecord(at.facts)
    const open = askedFacts.filter(one => !given.has(one.code) && !settled.has(one.code)).length
    return { base: at.base, given, settled, open }
  },
  body: ({ base, given, settled, open }) => (
    <>
      <h1 class="govuk-heading-l">What the record lacks</h1>
      <p class="govuk-body">
        {open === 0 ? 'Everything has been answered.' : `${open} not answered yet.`} Leave what you do not know: it is
        kept as not known. What you say of the person is there for the next proposal too.
      </p>
      <Form intent="keep" action={`${base}/facts`}>
        <h2 class="govuk-heading-m">This case</h2>
        {askedFacts
          .filter(one => one.about === 'case')
          .map(one => (
            <Asked fact={one} given={given.get(one.code)} settled={settled.get(one.code)} />
          ))}
        <h2 class="govuk-heading-m">The person</h2>
        {askedFacts
          .filter(one => one.about === 'person')
          .map(one => (
            <Asked fact={one} given={given.get(one.code)} settled={settled.get(one.code)} />
          ))}
        <Button text="Keep the answers" />
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={base}>
          Back to the proposal
        </a>
      </p>
    </>
  ),
  posts: {
    keep: casePost({
      allow: 'advice.write',
      form: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      run: async (ctx, opened, form, { params }) => {
        const at = await proposalAt(ctx, opened, params.request, '')
        const answers = Object.fromEntries(
          askedFacts.map(({ code }) => [code, typeof form[code] === 'string' ? form[code] : '']),
        )
        const done = await giveProposalFacts(ctx, { personId: at.request.personId, requestId: at.request.id, answers })
        return done.ok ? ok({ to: at.base, say: 'The answers are kept' }) : done
      },
    }),
  },
})

type AskedProps = {
  readonly fact: AskedFact
  readonly given: FactGiven | undefined
  readonly settled: boolean | number | undefined
}

function Asked({ fact, given, settled }: AskedProps) {
  const value = typedValue(fact, given?.value ?? null)
  const said = given ? `${given.byName}, ${savedAt(given.at)}` : settledWords(settled)
  const hint = [fact.hint, said].filter(part => part !== null).join(' ')
  const shown = { name: fact.code, label: fact.label, value, ...(hint === '' ? {} : { hint }) }
  if (fact.kind === 'number') return <TextField {...shown} />
  if (fact.kind === 'times' || fact.kind === 'lines') return <LongTextField {...shown} rows={3} />
  const choices =
    fact.kind === 'choice'
      ? fact.choices
      : [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]
  return <ChoiceField {...shown} choices={[...choices, { value: 'not-known', text: 'Not known' }]} />
}

/** What holds without an answer; an answer takes its place. */
function settledWords(settled: boolean | number | undefined): string | null {
  if (settled === undefined) return null
  const value = typeof settled === 'number' ? String(settled) : settled ? 'yes' : 'no'
  return `The record says ${value}. Answer only where that is wrong.`
}

/** A stored value as it would be typed. */
function typedValue(fact: AskedFact, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (!Array.isArray(value)) return String(value)
  if (value.length === 0) return 'none'
  return (fact.kind === 'times' ? weeklyTimesText(value as readonly WeeklyTime[]) : value.map(String)).join('\n')
}
