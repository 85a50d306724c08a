import { z } from 'zod'
import { accountNamed } from '../../../platform/access/index.ts'
import { plusDays } from '../../../platform/calendar/index.ts'
import {
  Button,
  Checkboxes,
  Details,
  Input,
  MojSubNavigation,
  Select,
  Tag,
  Textarea,
} from '../../../platform/components/index.ts'
import { ok, problems } from '../../../platform/errors/index.ts'
import { Form, page, post, useAnswer, useProblem, useUi } from '../../../platform/web/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { assignOutcomes, holdOutcome, releaseOutcome, resultOutcome } from '../commands/work-outcome.ts'
import { recordedWithinWorkingDays, resultedShownDays } from '../parameters/outcomes.ts'
import { outcomesOpenOrSince } from '../queries/outcomes.ts'
import { idField, manyField, textField } from './form-fields.ts'
import { type OutcomeRow, type OutcomesModel, outcomesView, outcomeTabs } from './outcomes.view.ts'
import { RowsTable } from './rows-table.tsx'

const here = (at: { readonly path: string; readonly query: { with(changes: object): string } }) => {
  const query = at.query.with({})
  return query === '?' ? at.path : `${at.path}${query}`
}

const chosen = z.object({ outcomes: manyField.pipe(z.array(idField)), username: textField })

export const outcomesPage = page<OutcomesModel>({
  path: '/court/outcomes',
  name: 'court.outcomes',
  title: 'Hearing outcomes',
  allow: 'court.assign-outcome',
  section: 'court-outcomes',
  async view(ctx, at) {
    const since = plusDays(ctx.today, -resultedShownDays.on(ctx.today).value)
    const outcomes = await outcomesOpenOrSince(ctx.tx, since)
    const courtNames = new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name]))
    const tab = outcomeTabs.find(one => one === at.query.one('tab')) ?? 'NEW'
    const model = outcomesView(
      outcomes,
      { tab, mineOnly: at.query.has('mine'), court: at.query.one('court') },
      { today: ctx.today, username: ctx.viewer.username, courtNames, rule: recordedWithinWorkingDays.on(ctx.today) },
    )
    if (model.rows.length > 0) ctx.look('court.outcomes', [...new Set(model.rows.map(row => row.personId))])
    return model
  },
  body: model => <Outcomes model={model} />,
  posts: {
    assign: post({
      allow: 'court.assign-outcome',
      form: chosen,
      async run(ctx, form, at) {
        const username = form.username.trim()
        const account = username ? await accountNamed(ctx.tx, username, ctx.now) : undefined
        if (username && !account) {
          return problems({ field: 'username', code: 'not-known', text: 'Enter a user name that exists' })
        }
        const to = account ? { to: { username: account.username, name: account.name } } : {}
        const done = await assignOutcomes(ctx, { outcomeIds: form.outcomes, ...to })
        if (!done.ok) return done
        const who = account ? account.name : 'you'
        return ok({ to: here(at), say: `${plural(done.value.assigned, 'outcome')} assigned to ${who}` })
      },
    }),
    hold: post({
      allow: 'court.assign-outcome',
      form: z.object({ outcomeId: idField, reason: textField }),
      async run(ctx, form, at) {
        const done = await holdOutcome(ctx, form)
        return done.ok ? ok({ to: here(at), say: 'Put on hold' }) : done
      },
    }),
    release: post({
      allow: 'court.assign-outcome',
      form: z.object({ outcomeId: idField }),
      async run(ctx, form, at) {
        const done = await releaseOutcome(ctx, form)
        return done.ok ? ok({ to: here(at), say: 'Taken off hold' }) : done
      },
    }),
    result: post({
      allow: 'court.result',
      form: z.object({ outcomeId: idField }),
      async run(ctx, form, at) {
        const done = await resultOutcome(ctx, form)
        return done.ok ? ok({ to: here(at), say: 'Marked as resulted' }) : done
      },
    }),
  },
})

function Outcomes({ model }: { readonly model: OutcomesModel }) {
  const { rule } = model
  return (
    <>
      <h1 class="govuk-heading-l">Hearing outcomes</h1>
      <MojSubNavigation label="Outcomes" items={model.tabs} />
      <form method="get" action="/court/outcomes" aria-label="Choose outcomes">
        <input type="hidden" name="tab" value={model.tab} />
        <Select
          id="court"
          name="court"
          label={{ text: 'Court' }}
          value={model.court}
          items={[{ value: '', text: 'All courts' }, ...model.courts]}
          formGroup={{ classes: 'govuk-!-margin-right-3' }}
        />
        <Checkboxes
          name="mine"
          classes="govuk-checkboxes--small"
          values={model.mineOnly ? ['1'] : []}
          items={[{ value: '1', text: 'Mine only' }]}
        />
        <Button text="Show" classes="govuk-button--secondary" />
      </form>
      <p class="govuk-body">{model.summary}</p>
      <Details summaryText="Why these days?">
        <p class="govuk-body">
          A hearing is to be resulted within {plural(rule.value, 'working day')} after it. Rule{' '}
          <a class="govuk-link" href={`/help/rules/${encodeURIComponent(rule.parameter)}`}>
            {rule.parameter}
          </a>
          , in force from {longDate(rule.from)}: {rule.source.cite}
        </p>
      </Details>
      {model.rows.length === 0 ? (
        <p class="govuk-body">{emptyWords[model.tab]}</p>
      ) : model.tab === 'RESULTED' ? (
        <OutcomeTable model={model} />
      ) : (
        <Form intent="assign" id="bulk">
          <OutcomeTable model={model} />
          <Bulk />
        </Form>
      )}
      {(model.tab === 'IN_PROGRESS' || model.tab === 'ON_HOLD') &&
        model.rows.map(row => <Steps row={row} tab={model.tab} />)}
    </>
  )
}

const emptyWords = {
  NEW: 'No outcome waits to be taken on.',
  IN_PROGRESS: 'Nobody is resulting a hearing.',
  ON_HOLD: 'No outcome is on hold.',
  RESULTED: 'No hearing was resulted in the days shown.',
} as const

function OutcomeTable({ model }: { readonly model: OutcomesModel }) {
  const choosing = model.tab !== 'RESULTED'
  const problem = useProblem('outcomes')
  return (
    <>
      {problem && (
        <p class="govuk-error-message" id="outcomes">
          {problem.text}
        </p>
      )}
      <RowsTable
        caption="Outcomes, the oldest hearing first"
        head={[
          { text: 'Defendant' },
          { text: 'Outcome' },
          { text: 'Hearing' },
          { text: 'Resulting' },
          { text: 'With' },
        ]}
        groups={[
          {
            rows: model.rows.map(row => [
              choosing ? (
                <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
                  <div class="govuk-checkboxes__item">
                    <input
                      class="govuk-checkboxes__input"
                      type="checkbox"
                      id={`o-${row.id}`}
                      name="outcomes"
                      value={row.id}
                    />
                    <label class="govuk-label govuk-checkboxes__label" for={`o-${row.id}`}>
                      {row.name}
                    </label>
                  </div>
                </div>
              ) : (
                row.name
              ),
              <>
                <a class="govuk-link" href={row.href}>
                  {row.outcome}
                  <span class="govuk-visually-hidden">: {row.name}</span>
                </a>
                {row.note && <span class="app-secondary">{row.note}</span>}
              </>,
              <>
                {row.hearing}
                <span class="app-secondary">{row.court}</span>
              </>,
              <>
                {row.due} {row.late && <Tag text="Late" classes="govuk-tag--red" />}
              </>,
              row.who,
            ]),
          },
        ]}
      />
    </>
  )
}

function Bulk() {
  return (
    <>
      <Details summaryText="Assign to somebody else" open={useProblem('username') !== undefined}>
        <Input
          id="username"
          name="username"
          label={{ text: 'User name' }}
          hint={{ text: 'Leave it empty to take the chosen ones on yourself' }}
          classes="govuk-input--width-20"
          autocomplete="off"
          value={useAnswer('username')}
          errorMessage={useProblem('username')}
        />
      </Details>
      <Button text="Take on or assign the chosen ones" />
    </>
  )
}

/** What can be done with one outcome: result it, put it aside, take it up again. */
function Steps({ row, tab }: { readonly row: OutcomeRow; readonly tab: OutcomesModel['tab'] }) {
  const ui = useUi()
  const hidden = <input type="hidden" name="outcomeId" value={row.id} />
  return (
    <Details
      summaryText={`${row.name}: ${tab === 'ON_HOLD' ? 'take off hold' : row.mine ? 'result or put on hold' : 'put on hold'}`}
    >
      {tab === 'ON_HOLD' ? (
        <Form intent="release">
          {hidden}
          <Button text="Take off hold" classes="govuk-button--secondary" />
        </Form>
      ) : (
        <>
          {row.mine && ui.can('court.result') && (
            <Form intent="result">
              {hidden}
              <Button text="Mark as resulted" />
            </Form>
          )}
          <Form intent="hold">
            {hidden}
            <Textarea
              id={`reason-${row.id}`}
              name="reason"
              rows={2}
              label={{ text: 'Why can it not be resulted yet?' }}
            />
            <Button text="Put on hold" classes="govuk-button--secondary" />
          </Form>
        </>
      )}
    </Details>
  )
}
