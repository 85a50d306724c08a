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
import { proposalAt } from './proposal-at.ts'

type Model = { readonly base: string; readonly given: ReadonlyMap<string, FactGiven>; readonly open: number }

export const proposalFactsPage = casePage<Model>({
  path: '/reports/:request/proposal/facts',
  name: 'advice.proposal-facts',
  title: 'What the record lacks',
  allow: 'advice.write',
  tab: null,
  view: async (ctx, opened, { params }) => {
    const at = await proposalAt(ctx, opened, params.request, '')
    const given = await factsGiven(ctx.tx, opened.group, at.request.id)
    return { base: at.base, given, open: askedFacts.filter(one => !given.has(one.code)).length }
  },
  body: ({ base, given, open }) => (
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
            <Asked fact={one} given={given.get(one.code)} />
          ))}
        <h2 class="govuk-heading-m">The person</h2>
        {askedFacts
          .filter(one => one.about === 'person')
          .map(one => (
            <Asked fact={one} given={given.get(one.code)} />
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

function Asked({ fact, given }: { readonly fact: AskedFact; readonly given: FactGiven | undefined }) {
  const value = typedValue(fact, given?.value ?? null)
  const said = given ? `${given.byName}, ${savedAt(given.at)}` : null
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

/** A stored value as it would be typed. */
function typedValue(fact: AskedFact, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (!Array.isArray(value)) return String(value)
  if (value.length === 0) return 'none'
  return (fact.kind === 'times' ? weeklyTimesText(value as readonly WeeklyTime[]) : value.map(String)).join('\n')
}
