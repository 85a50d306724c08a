import { Details, InsetText, MojAlert, SummaryList, Tag } from '../../../platform/components/index.ts'
import { useUi } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { RowsTable } from '../../court/index.ts'
import { proposalWords } from '../proposal-words.ts'
import { kindWords, stateWords } from '../request-words.ts'
import type { RequestModel } from './request.page.tsx'
import { requestPath } from './request-address.ts'
import {
  AllocateForm,
  EndForm,
  InterviewForms,
  PleaForm,
  ReplyForm,
  RequiredByForm,
  TriageForms,
  UseForm,
} from './request-forms.tsx'

/** The whole page of one request: what is left first, then what was asked, decided and done. */
export function RequestBody({ model, crn }: { readonly model: RequestModel; readonly crn: string }) {
  const ui = useUi()
  const { request, view } = model
  const path = requestPath(crn, request.id)
  const written = !['AWAITING_REPLY', 'REFUSED', 'SEALED'].includes(request.state)
  return (
    <>
      <h1 class="govuk-heading-l">{kindWords[request.kind]}</h1>
      <p class="govuk-body">
        <Tag text={stateWords[request.state]} />{' '}
        {view.reminders.map(one => (
          <Tag text={one} classes={one === 'Overdue' ? 'govuk-tag--red' : 'govuk-tag--yellow'} />
        ))}{' '}
        {model.clock && <strong>{model.clock.text}</strong>}
      </p>
      {view.alerts.map(alert => (
        <MojAlert variant="warning" title="Check with the court" text={alert} />
      ))}
      {request.state === 'SEALED' && (
        <InsetText>The plea was not guilty. This report is sealed: it is not used and not disclosed.</InsetText>
      )}
      {written && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${path}/report`}>
            The report
          </a>
          {' and '}
          <a class="govuk-link" href={`${path}/proposal`}>
            the proposal
          </a>
          {view.ready && <>. We aim to be ready by {view.ready}.</>}
        </p>
      )}
      {view.outstanding.length > 0 && (
        <section aria-labelledby="outstanding">
          <h2 class="govuk-heading-m" id="outstanding">
            What is still outstanding
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {view.outstanding.map(one => (
              <li>{one}</li>
            ))}
          </ul>
        </section>
      )}
      {model.outcome && (
        <>
          <h2 class="govuk-heading-m">Proposed and sentenced</h2>
          <p class="govuk-body">Sentenced on {longDate(model.outcome.sentencedOn)}.</p>
          <ul class="govuk-list govuk-list--bullet">
            {model.outcome.reasons.map(one => (
              <li>{proposalWords(one)}</li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">What was asked</h2>
      <SummaryList rows={view.asked.map(({ key, value }) => ({ key: { text: key }, value: { text: value } }))} />
      {ui.can('advice.request') && view.may['required-by-changed'] && <RequiredByForm />}
      {model.reply && ui.can('advice.allocate') && <ReplyForm reply={model.reply} />}
      {request.kind === 'before-plea' && view.may.sealed && ui.can('advice.deliver') && <PleaForm />}
      <Cohorts view={view} />
      <Triage model={model} />
      {view.may.allocated && ui.can('advice.allocate') && <AllocateForm model={model} />}
      <InterviewForms model={model} />
      {['DELIVERED', 'USED', 'NOT_USED'].includes(request.state) && ui.can('advice.deliver') && (
        <UseForm state={request.state} />
      )}
      <EndForm model={model} />
      <h2 class="govuk-heading-m">History</h2>
      <RowsTable
        caption="What was done, the newest first"
        head={[{ text: 'What' }, { text: 'When and by whom' }, { text: 'More' }]}
        groups={[{ rows: view.history.map(one => [one.what, one.when, one.more ?? '']) }]}
      />
    </>
  )
}

function Cohorts({ view }: { readonly view: RequestModel['view'] }) {
  return (
    <section aria-labelledby="cohorts">
      <h2 class="govuk-heading-m" id="cohorts">
        Priority cohorts
      </h2>
      {view.cohorts.length === 0 && <p class="govuk-body">None found.</p>}
      <ul class="govuk-list govuk-list--bullet">
        {view.cohorts.map(({ name, reasons }) => (
          <li>
            <strong>{name}</strong>: {reasons.join('; ')}
          </li>
        ))}
        {view.notKnown.map(text => (
          <li>Not settled: {text}</li>
        ))}
      </ul>
    </section>
  )
}

function Triage({ model }: { readonly model: RequestModel }) {
  const { view } = model
  return (
    <section aria-labelledby="triage">
      <h2 class="govuk-heading-m" id="triage">
        What the court is given
      </h2>
      {view.decision && <p class="govuk-body">{view.decision}</p>}
      {view.suggestion && (
        <>
          <p class="govuk-body">
            Suggested: <strong>{view.suggestion.text}</strong>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {view.suggestion.reasons.map(one => (
              <li>{one}</li>
            ))}
          </ul>
          {view.suggestion.assumed && (
            <Details summaryText="This suggestion rests on assumptions">
              The tests for custody risk, standard depth and reuse of a recent report are ours, because the ones in use
              are not public: <a href="/rules/advice.at-risk-of-custody">advice.at-risk-of-custody</a>,{' '}
              <a href="/rules/advice.standard-depth">advice.standard-depth</a> and{' '}
              <a href="/rules/advice.recent-report-months">advice.recent-report-months</a>.
            </Details>
          )}
        </>
      )}
      {view.may.triaged && <TriageForms model={model} />}
    </section>
  )
}
