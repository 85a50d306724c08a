import { Button, Details, Input, Radios, Textarea } from '../../../platform/components/index.ts'
import { Form, useAnswer, useProblem, useUi } from '../../../platform/web/index.ts'
import { MatchCandidate } from './match-candidate.tsx'
import type { CandidateView } from './match-candidate.view.ts'

export type MatchPanelModel = {
  readonly organisation: boolean
  /** The record the defendant is linked to. */
  readonly linked: { readonly crn: string; readonly name: string; readonly limited: boolean } | null
  /** 'Linked by the service on ...'. */
  readonly how: string | null
  readonly noRecordConfirmed: boolean
  readonly candidates: readonly CandidateView[]
  readonly decisions: readonly string[]
}

/** Who the defendant is on record: the link with its reason and its undoing, or the records it may be. */
export function MatchPanel({ model }: { readonly model: MatchPanelModel }) {
  const may = useUi().can('court.match')
  const open = model.candidates.filter(candidate => !candidate.rejected)
  const evidence = model.linked ? model.candidates.find(one => one.crn === model.linked?.crn) : undefined
  return (
    <section aria-labelledby="match">
      <h2 class="govuk-heading-m" id="match">
        Probation record
      </h2>
      {model.organisation ? (
        <p class="govuk-body">This is an organisation: it has no probation record.</p>
      ) : model.linked ? (
        <>
          <p class="govuk-body">
            Linked to{' '}
            {model.linked.limited ? (
              `${model.linked.crn}, limited access`
            ) : (
              <a class="govuk-link" href={`/case/${model.linked.crn}`}>
                {model.linked.name}, {model.linked.crn}
              </a>
            )}
            {model.how && <span class="app-secondary">{model.how}</span>}
          </p>
          {evidence && (
            <Details summaryText="Why? What was compared">
              <MatchCandidate candidate={evidence} />
            </Details>
          )}
          {may && <Undo />}
        </>
      ) : (
        <>
          <p class="govuk-body">{stateWords(open.length, model.noRecordConfirmed)}</p>
          {open.map(candidate => (
            <>
              <MatchCandidate candidate={candidate} />
              {may && <Reject candidate={candidate} />}
            </>
          ))}
          {may && <Decide candidates={open} />}
        </>
      )}
      {model.decisions.length > 0 && (
        <Details summaryText="Decisions so far">
          <ul class="govuk-list govuk-list--bullet">
            {model.decisions.map(decision => (
              <li>{decision}</li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

function stateWords(candidates: number, confirmed: boolean): string {
  if (candidates > 0)
    return candidates === 1
      ? 'This may be the person of one record.'
      : `This may be the person of one of ${candidates} records.`
  return confirmed
    ? 'Staff confirmed that there is no record.'
    : 'No record was found. Confirm it, link by CRN, or open a record.'
}

export function Decide({
  candidates,
  action,
  appearanceId,
}: {
  readonly candidates: readonly CandidateView[]
  readonly action?: string
  /** On a page with several defendants: whose form this is. */
  readonly appearanceId?: string
}) {
  const suffix = appearanceId ? `-${appearanceId}` : ''
  const ui = useUi()
  const mine = !appearanceId || ui.answers.appearanceId === appearanceId
  return (
    <Form intent="match" {...(action ? { action } : {})}>
      {appearanceId && <input type="hidden" name="appearanceId" value={appearanceId} />}
      <Radios
        name="decision"
        idPrefix={`decision${suffix}`}
        classes="govuk-radios--small"
        fieldset={{ legend: { text: 'Who is the defendant?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={useProblem(`decision${suffix}`)}
        value={mine ? useAnswer('decision') : ''}
        items={[
          ...candidates.map(candidate => ({
            value: `candidate:${candidate.personId}`,
            text: candidate.limited ? `${candidate.crn}, limited access` : `${candidate.name}, ${candidate.crn}`,
          })),
          {
            value: 'crn',
            text: 'The person of another CRN',
            conditional: {
              html: (
                <Input
                  id={`crn${suffix}`}
                  name="crn"
                  classes="govuk-input--width-10"
                  label={{ text: 'CRN' }}
                  hint={{ text: 'A letter and six digits' }}
                  autocomplete="off"
                  value={mine ? useAnswer('crn') : ''}
                  errorMessage={useProblem(`crn${suffix}`)}
                />
              ),
            },
          },
          { value: 'no-record', text: 'Somebody without a record' },
          { value: 'create', text: 'Somebody without a record: open one now' },
        ]}
      />
      <Input
        id={`match-reason${suffix}`}
        name="reason"
        label={{ text: 'How do you know? (optional)' }}
        value={mine ? useAnswer('reason') : ''}
        classes="govuk-!-width-two-thirds"
      />
      <Button text="Save decision" />
    </Form>
  )
}

function Reject({ candidate }: { readonly candidate: CandidateView }) {
  return (
    <Details summaryText={`${candidate.crn} is somebody else`}>
      <Form intent="reject">
        <input type="hidden" name="candidatePersonId" value={candidate.personId} />
        <Input
          id={`reject-reason-${candidate.crn}`}
          name="reason"
          label={{ text: 'How do you know that this is a different person?' }}
          errorMessage={useProblem('reject-reason')}
          classes="govuk-!-width-two-thirds"
        />
        <p class="govuk-body-s">They are not proposed again, also when the court sends the hearing anew.</p>
        <Button text="Not this person" classes="govuk-button--secondary" />
      </Form>
    </Details>
  )
}

function Undo() {
  return (
    <Details summaryText="Undo the link">
      <Form intent="unlink">
        <Textarea
          id="unlink-reason"
          name="reason"
          rows={2}
          label={{ text: 'Why was the link wrong?' }}
          errorMessage={useProblem('unlink-reason')}
        />
        <Button text="Undo the link" classes="govuk-button--warning" />
      </Form>
    </Details>
  )
}
