import { z } from 'zod'
import { Button, Details } from '../../../platform/components/index.ts'
import { ok, problems } from '../../../platform/errors/index.ts'
import { Form, LongTextField, TextField } from '../../../platform/web/index.ts'
import { unlinkIdentity } from '../commands/link-identity.ts'
import { mergeRecords, unmergeRecords } from '../commands/merge-records.ts'
import { identityFacts, linkedIdentities } from '../queries/identity-history.ts'
import { casePage, casePost } from './case-page.tsx'
import { type IdentityView, identityView, type LinkedView } from './identity.view.ts'

const text = z.string().default('')

export const identityPage = casePage<IdentityView>({
  path: '/identity',
  name: 'person.identity',
  title: 'Identity',
  tab: 'identity',
  view: async (ctx, opened) =>
    identityView(opened.crn, await linkedIdentities(ctx.tx, opened.group), await identityFacts(ctx.tx, opened.group), {
      link: ctx.can('person.link'),
      merge: ctx.can('person.merge'),
    }),
  body: model => (
    <>
      <h1 class="govuk-heading-l">Identity</h1>
      <h2 class="govuk-heading-m">Defendants linked to this record</h2>
      {model.defendants.length === 0 && <p class="govuk-body">No defendant of a court list is linked to it.</p>}
      {model.defendants.map(linked => (
        <Linked linked={linked} may={model.mayLink} intent="unlink" action="Undo this link" />
      ))}
      <h2 class="govuk-heading-m">Records merged into this one</h2>
      {model.records.length === 0 && <p class="govuk-body">No other record was merged into it.</p>}
      {model.records.map(linked => (
        <Linked linked={linked} may={model.mayMerge} intent="unmerge" action="Undo this merge" />
      ))}
      {model.mayMerge && (
        <Details summaryText="Merge another record into this one">
          <p class="govuk-body">
            Both histories stay whole and are read together under CRN {model.crn}. The other CRN still leads here. A
            limit on either record then holds for both. A merge can be undone.
          </p>
          <Form intent="merge">
            <TextField name="crn" label="CRN of the other record" />
            <LongTextField name="reason" label="Why the two records are one person" />
            <Button text="Merge" classes="govuk-button--warning" />
          </Form>
        </Details>
      )}
      <h2 class="govuk-heading-m">Who decided</h2>
      {model.decisions.length === 0 && <p class="govuk-body">Nothing has been decided about this identity.</p>}
      <ul class="govuk-list">
        {model.decisions.map(decision => (
          <li>
            {decision.what}
            <span class="app-secondary">{decision.who}</span>
            {decision.reason && <span class="app-secondary app-kept-text">{decision.reason}</span>}
          </li>
        ))}
      </ul>
    </>
  ),
  posts: {
    unlink: casePost({
      allow: 'person.link',
      form: z.object({ personId: text, reason: text }),
      run: async (ctx, opened, { personId, reason }) => {
        if (reason.trim() === '') {
          return problems({ field: 'reason', code: 'reason-missing', text: 'Say why this is another person' })
        }
        if (!opened.group.includes(personId)) {
          return problems({
            field: '',
            code: 'not-linked',
            text: 'This defendant is not linked to the record any more',
          })
        }
        await unlinkIdentity(ctx, { personId, reason: reason.trim() })
        return ok({ to: `/case/${opened.crn}/identity`, say: 'The link is undone' })
      },
    }),
    unmerge: casePost({
      allow: 'person.merge',
      form: z.object({ crn: text, reason: text }),
      run: async (ctx, opened, { crn, reason }) => {
        const linked = await linkedIdentities(ctx.tx, opened.group)
        if (!linked.some(one => one.kind === 'record' && one.crn === crn)) {
          return problems({ field: '', code: 'not-merged', text: 'This record is not merged into the one shown' })
        }
        const done = await unmergeRecords(ctx, { crn, reason })
        return done.ok ? ok({ to: `/case/${opened.crn}/identity`, say: 'The merge is undone' }) : done
      },
    }),
    merge: casePost({
      allow: 'person.merge',
      form: z.object({ crn: text, reason: text }),
      run: async (ctx, opened, { crn, reason }) => {
        const done = await mergeRecords(ctx, { crn, intoCrn: opened.crn, reason })
        return done.ok ? ok({ to: `/case/${opened.crn}/identity`, say: 'The two records are merged' }) : done
      },
    }),
  },
})

function Linked(props: {
  readonly linked: LinkedView
  readonly may: boolean
  readonly intent: 'unlink' | 'unmerge'
  readonly action: string
}) {
  const { linked, may, intent, action } = props
  return (
    <section class="app-card" aria-label={linked.name}>
      <p class="govuk-body">
        <strong>{linked.name}</strong>
        <span class="app-secondary">{linked.about}</span>
        <span class="app-secondary">{linked.since}</span>
      </p>
      {may && (
        <Form intent={intent} class="app-undo">
          {intent === 'unlink' ? (
            <input type="hidden" name="personId" value={linked.id} />
          ) : (
            <input type="hidden" name="crn" value={linked.crn ?? ''} />
          )}
          <div class="govuk-form-group">
            <label class="govuk-label" for={`reason-${linked.id}`}>
              Why this is another person
            </label>
            <input class="govuk-input" id={`reason-${linked.id}`} name="reason" />
          </div>
          <Button classes="govuk-button--secondary">
            {action}
            <span class="govuk-visually-hidden"> with {linked.name}</span>
          </Button>
        </Form>
      )}
    </section>
  )
}
