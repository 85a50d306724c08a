import { z } from 'zod'
import { Button, Input, SummaryList, Tag } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok } from '../../../platform/errors/index.ts'
import { isId } from '../../../platform/store/index.ts'
import { type Answers, type At, Form, useAnswer, useProblem } from '../../../platform/web/index.ts'
import { casePage, casePost, type OpenCase } from '../../person/index.ts'
import { answerFact, type SentText, saveReport, settleConflict } from '../commands/save-report.ts'
import { fieldsAt, reportField, reportSections } from '../parameters/report-fields.ts'
import { refuseSealed } from '../queries/refuse-sealed.ts'
import { reportVersions } from '../queries/report-standing.ts'
import type { ReportDepth, ReportSection } from '../report-model.ts'
import { factsOf, textChangesBeside, textsOf } from '../store/report-store.ts'
import { reportPath } from './report-addresses.ts'
import { BesideText, ReportFieldInput } from './report-field.tsx'
import { type FactView, type SectionView, sectionView, tooLongWords } from './report-section.view.ts'

type Model = { readonly view: SectionView; readonly open: boolean; readonly backTo: string }

const anything = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** One section of the report: the facts of the record with their sources, and what the writer says. It saves itself. */
export const reportSectionPage = casePage<Model>({
  path: '/reports/:request/report/:section',
  name: 'advice.report-section',
  title: 'A section of the report',
  allow: 'advice.see-reports',
  tab: null,
  view: async (ctx, opened, at) => {
    const { request, section } = partsOf(at)
    await refuseSealed(ctx.tx, opened.group, request)
    const [version] = await reportVersions(ctx.tx, opened.group, request)
    if (!version) throw new NotFound('This request has no report yet.')
    const { personId, id, depth } = version
    const view = sectionView({
      ...{ section, depth, texts: await textsOf(ctx.tx, personId, id) },
      facts: await factsOf(ctx.tx, personId, id),
      beside: await textChangesBeside(ctx.tx, personId, id),
    })
    const open = version.open && ctx.can('advice.write', { people: [personId] })
    return { view, open, backTo: reportPath(opened.crn, request) }
  },
  body: ({ view, open, backTo }) => (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={backTo}>
          All sections of the report
        </a>
      </p>
      <h1 class="govuk-heading-l">{view.title}</h1>
      <Facts facts={view.facts} open={open} />
      {open && view.fields.map(field => <BesideText view={field} />)}
      {view.fields.length > 0 && (open ? <Writing view={view} /> : <Reading view={view} />)}
      {view.next && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${backTo}/${view.next}`}>
            Next: {reportSections.find(one => one.section === view.next)?.title}
          </a>
        </p>
      )}
    </>
  ),
  posts: {
    save: casePost({
      allow: 'advice.write',
      form: anything,
      run: async (ctx, opened, form, at) => saved(ctx, opened, form, at),
    }),
    fact: casePost({
      allow: 'advice.write',
      form: anything,
      run: async (ctx, opened, form, at) => {
        const factId = textOf(form, 'fact')
        const done = await answerFact(ctx, {
          ...{ personId: opened.personId, group: opened.group, requestId: partsOf(at).request, factId },
          stillTrue: textOf(form, 'stillTrue') === 'yes',
          nowKnown: textOf(form, `nowKnown-${factId}`),
        })
        return done.ok ? ok({ to: at.path, say: 'Noted' }) : done
      },
    }),
    settle: casePost({
      allow: 'advice.write',
      form: z.object({ change: z.string(), use: z.enum(['mine', 'theirs']) }),
      run: async (ctx, opened, { change, use }, at) => {
        const requestId = partsOf(at).request
        const { personId, group } = opened
        const done = await settleConflict(ctx, { personId, group, requestId, changeId: change, use })
        return done.ok ? ok({ to: at.path, say: 'Settled. Both texts stay in the history.' }) : done
      },
    }),
  },
})

async function saved(ctx: Context, opened: OpenCase, form: Answers, at: At) {
  const { request, section } = partsOf(at)
  const [version] = await reportVersions(ctx.tx, opened.group, request)
  if (!version) throw new NotFound('This request has no report yet.')
  const texts = textsIn(form, version.depth, section)
  const { personId, group } = opened
  const done = await saveReport(ctx, { personId, group, requestId: request, texts })
  if (!done.ok) return done
  const { versions, conflicts, tooLong } = done.value
  const labelOf = (id: string) => reportField(id)?.label ?? id
  const problems = [
    ...conflicts.map(id => `${labelOf(id)}: somebody else wrote here too. Both texts are kept: open the page again`),
    ...tooLong.map(({ field, over }) => `${labelOf(field)}: ${tooLongWords(over)}`),
  ]
  const stands = await textsOf(ctx.tx, version.personId, version.id)
  const { fields } = sectionView({ section, depth: version.depth, texts: stands, facts: [], beside: [] })
  const written = fields.filter(view => view.field.id in versions)
  const hidden = Object.fromEntries(written.map(view => [`seen.${view.field.id}`, view.seen]))
  const say =
    problems.length === 0
      ? 'Saved'
      : `Saved, but look at: ${[...conflicts, ...tooLong.map(t => t.field)].map(labelOf).join(', ')}`
  return ok({ to: at.path, say, json: { hidden, problems: problems.map(text => ({ text })) } })
}

/** The fields a form of this section sent, with what it knew of each. */
function textsIn(form: Answers, depth: ReportDepth, section: ReportSection): readonly SentText[] {
  return fieldsAt(depth, section).flatMap(field => {
    const seen = /^(\d+)\.([0-9a-f]*)$/.exec(textOf(form, `seen.${field.id}`))
    if (!seen) return []
    const given = form[field.id]
    const own = textOf(form, `${field.id}-own`)
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(Boolean)
    const value = field.kind === 'choices' ? [...new Set([...[given ?? []].flat(), ...own])] : textOf(form, field.id)
    return [{ field: field.id, value, seen: { version: Number(seen[1]), mark: seen[2]! } }]
  })
}

function textOf(form: Answers, name: string): string {
  const given = form[name]
  return typeof given === 'string' ? given : (given?.[0] ?? '')
}

function partsOf(at: At): { readonly request: string; readonly section: ReportSection } {
  const { request = '', section = '' } = at.params
  const known = reportSections.find(one => one.section === section)?.section
  if (!isId(request) || !known) throw new NotFound('The report has no such section.')
  return { request, section: known }
}

function Writing({ view }: { readonly view: SectionView }) {
  return (
    <Form intent="save" saves="save">
      {view.fields.map(field => (
        <ReportFieldInput view={field} />
      ))}
      <div class="govuk-button-group">
        <Button text="Save" />
      </div>
    </Form>
  )
}

function Reading({ view }: { readonly view: SectionView }) {
  return (
    <SummaryList
      rows={view.fields.map(({ field, words }) => ({
        key: { text: field.label },
        value: { html: words.length > 0 ? words.map(line => <p class="govuk-body">{line}</p>) : 'Not filled in' },
      }))}
    />
  )
}

function Facts({ facts, open }: { readonly facts: readonly FactView[]; readonly open: boolean }) {
  if (facts.length === 0) return null
  return (
    <section aria-labelledby="facts">
      <h2 class="govuk-heading-m" id="facts">
        What the record says
      </h2>
      <SummaryList
        rows={facts.map(fact => ({
          key: { text: fact.label },
          value: {
            html: (
              <>
                {fact.text}
                <span class="app-secondary">{fact.from}</span>
                {fact.answered && <Tag text={fact.answered} classes="govuk-tag--blue app-tag--wraps" />}
                {open && <FactAnswer fact={fact} />}
              </>
            ),
          },
        }))}
      />
    </section>
  )
}

function FactAnswer({ fact }: { readonly fact: FactView }) {
  const about = <span class="govuk-visually-hidden"> ({fact.label})</span>
  const correction = `nowKnown-${fact.id}`
  const problem = useProblem(correction)
  const typed = useAnswer(correction)
  return (
    <details class="govuk-details govuk-!-margin-bottom-0" open={problem !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Still true?{about}</span>
      </summary>
      <Form intent="fact">
        <input type="hidden" name="fact" value={fact.id} />
        <input type="hidden" name="stillTrue" value="yes" />
        <Button classes="govuk-button--secondary">Yes{about}</Button>
      </Form>
      <Form intent="fact">
        <input type="hidden" name="fact" value={fact.id} />
        <input type="hidden" name="stillTrue" value="no" />
        <Input
          name={correction}
          label={{ text: 'What is right instead?' }}
          value={typed}
          errorMessage={problem}
          autocomplete="off"
        />
        <Button classes="govuk-button--secondary">No, this is right{about}</Button>
      </Form>
    </details>
  )
}
