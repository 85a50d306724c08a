import type { LocalDate } from '../../../platform/calendar/index.ts'
import { BackLink, MojAlert } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound } from '../../../platform/errors/index.ts'
import { nobody } from '../../../platform/events/index.ts'
import { isId } from '../../../platform/store/index.ts'
import { type At, page } from '../../../platform/web/index.ts'
import { plural, savedAt } from '../../../platform/words/index.ts'
import { courtByCode } from '../../organisation/index.ts'
import { type IdentityBar, identityBar, identityGroup, PersonBar } from '../../person/index.ts'
import { ordersOf, probationSummaries } from '../../sentence/index.ts'
import {
  type AppearanceFacts,
  appearanceFacts,
  applicationsHeard,
  candidatesOf,
  caseDocuments,
  hearingDays,
  hearingsOfCase,
  linkDecisions,
  offencesCharged,
  openAlerts,
  outcomeChanges,
  outcomeOf,
  remarks,
  waitingProposals,
} from '../queries/defendant-at-court.ts'
import { recordValues } from '../queries/record-values.ts'
import { probationStatusText, removedWords, wordsFor } from '../words.ts'
import { caseListPath, proposalPath } from './addresses.ts'
import {
  type ApplicationView,
  alertView,
  applicationView,
  type BesideView,
  type BreachCard,
  besideView,
  breachCard,
  caseFacts,
  decisionWords,
  defendantName,
  type HearingView,
  hearingView,
  type OffenceView,
  offenceView,
} from './defendant.view.ts'
import { BreachSection, Facts, HearingsSection, IdentitySection, OffencesSection } from './defendant-case.tsx'
import { defendantPosts } from './defendant-posts.ts'
import { OutcomeSection, PreparationSection, RemarksSection } from './defendant-work.tsx'
import { type OutcomeView, outcomeView, type RemarkView, remarkView } from './defendant-work.view.ts'
import { candidateView, type RecordStatus } from './match-candidate.view.ts'
import { MatchPanel, type MatchPanelModel } from './match-panel.tsx'
import { suggestedFrom } from './suggested-from-results.ts'

export type DefendantModel = {
  readonly facts: AppearanceFacts
  readonly name: string
  readonly path: string
  readonly today: LocalDate
  readonly listHref: string
  readonly bar: IdentityBar | null
  readonly status: string | null
  readonly rows: readonly { readonly key: string; readonly value: string }[]
  readonly removed: string | null
  readonly alerts: readonly string[]
  readonly waiting: readonly { readonly href: string; readonly text: string }[]
  readonly beside: readonly BesideView[]
  readonly linked: boolean
  readonly match: MatchPanelModel
  readonly offences: readonly OffenceView[]
  readonly breach: BreachCard | null
  readonly applications: readonly ApplicationView[]
  readonly outcome: OutcomeView | null
  /** What the results point to, the main one first. */
  readonly suggested: readonly string[]
  readonly notes: readonly RemarkView[]
  readonly documents: number
  readonly comments: readonly RemarkView[]
  readonly hearings: readonly HearingView[]
}

export const defendantPage = page<DefendantModel>({
  path: '/court/defendants/:person/:appearance',
  name: 'court.defendant',
  title: 'Defendant at court',
  allow: 'court.see-list',
  section: 'courts',
  view: defendantModel,
  draft: at => ({
    personId: isId(at.params.person ?? '') ? at.params.person! : nobody,
    place: `court:${at.params.appearance}`,
    fields: draftFields(at),
  }),
  before: model => (
    <>
      <BackLink href={model.listHref} text="Case list" />
      {model.bar && <PersonBar bar={model.bar} today={model.today} />}
    </>
  ),
  body: model => <Defendant model={model} />,
  posts: defendantPosts,
})

/** Only the text that was saved gives up its draft: the other one may still be in the middle of a sentence. */
function draftFields({ answers }: At): readonly string[] {
  if (answers.intent === 'add-note') return ['note']
  if (answers.intent === 'add-comment') return ['comment']
  return answers.intent === undefined || answers.intent === 'save-draft' ? ['note', 'comment'] : []
}

async function defendantModel(ctx: Context, at: At): Promise<DefendantModel> {
  const { person = '', appearance = '' } = at.params
  const { tx, today, viewer } = ctx
  const facts = isId(person) && isId(appearance) ? await appearanceFacts(tx, person, appearance) : undefined
  if (!facts) throw new NotFound('This case is not on the list.')
  ctx.look('court.defendant', [facts.personId])
  const organisation = facts.defendant.type === 'ORGANISATION'
  const days = await hearingDays(tx, facts.hearingId)
  const court = facts.courtCode ? await courtByCode(tx, facts.courtCode, today) : undefined
  const group = organisation ? [facts.personId] : await identityGroup(tx, facts.personId)
  const candidates = await candidatesOf(tx, [facts.personId], [facts.defendantId])
  const others = [...new Set([facts.personId, ...candidates.map(one => one.candidatePersonId)])]
  const bars = organisation ? new Map<string, IdentityBar>() : await identityBar(tx, others)
  const bar = bars.get(facts.personId) ?? null
  const linked = bar?.crn ? bar : null
  const orders = linked && !linked.limited ? await ordersOf(tx, group, today) : []
  const statuses = await recordStatuses(ctx, group, candidates)
  const status = linked && !linked.limited ? statuses.get(facts.personId) : undefined
  const offences = await offencesCharged(tx, facts.personId, facts.id)
  const applications = await applicationsHeard(tx, facts.personId, facts.id)
  const decisions = await linkDecisions(tx, facts.personId, facts.defendantId)
  const outcome = await outcomeOf(tx, facts.personId, facts.id)
  const changes = outcome ? await outcomeChanges(tx, facts.personId, outcome.id) : []
  const record = linked && !linked.limited ? await recordValues(tx, group, facts.personId) : null
  const shown = days.find(day => day.day >= today) ?? days.at(-1)
  const words = status ? probationStatusText(status.status, status.endedOn) : null
  return {
    facts,
    name: defendantName(facts),
    path: at.path,
    today,
    listHref: facts.courtCode && shown ? caseListPath(facts.courtCode, shown.day) : '/courts',
    bar: linked && !linked.limited ? linked : null,
    status: words ? [words.text, words.more].filter(Boolean).join(': ') : null,
    rows: caseFacts(facts, days, court?.name ?? null, today),
    removed: facts.removedAt ? wordsFor(removedWords, facts.removedBecause ?? 'removed from the list') : null,
    alerts: (await openAlerts(tx, facts.personId, facts.hearingId)).map(alertView),
    waiting: (await waitingProposals(tx, facts.personId, facts.id)).map(one => ({
      href: proposalPath(facts.personId, one.id),
      text: `Decide on the proposed ${wordsFor({}, one.kind).toLowerCase()}`,
    })),
    beside: besideView(facts, record, today),
    linked: record !== null,
    match: {
      organisation,
      linked: linked?.crn ? { crn: linked.crn, name: linked.name ?? '', limited: linked.limited } : null,
      how: decisions[0] ? decisionWords(decisions[0]) : null,
      noRecordConfirmed: facts.defendant.matchState === 'NO_RECORD' && facts.defendant.confirmedAt !== null,
      candidates: candidates.map(one =>
        candidateView(one, bars.get(one.candidatePersonId), statuses.get(one.candidatePersonId)),
      ),
      decisions: decisions.map(decisionWords),
    },
    offences: offences.map(offenceView),
    breach: breachCard(facts, offences, applications),
    applications: applications.map(one => applicationView(one, orders)),
    outcome: outcome ? outcomeView(outcome, changes, viewer.username) : null,
    suggested: suggestedFrom(offences, days.at(-1)?.day ?? today, facts.hearingType),
    documents: (await caseDocuments(tx, facts.personId, facts.defendantId)).length,
    notes: (await remarks(tx, 'note', facts.personId, facts.id)).map(one => remarkView(one, viewer.username)),
    comments: (await remarks(tx, 'comment', facts.personId, facts.defendantId)).map(one =>
      remarkView(one, viewer.username),
    ),
    hearings: (await hearingsOfCase(tx, facts.personId, facts.defendantId)).map(one =>
      hearingView(facts.personId, facts.id, one),
    ),
  }
}

async function recordStatuses(
  ctx: Context,
  group: readonly string[],
  candidates: readonly { readonly candidatePersonId: string; readonly limited: boolean }[],
): Promise<ReadonlyMap<string, RecordStatus>> {
  const groups = new Map<string, readonly string[]>(group.map(id => [id, group]))
  for (const one of candidates) {
    if (!one.limited) groups.set(one.candidatePersonId, await identityGroup(ctx.tx, one.candidatePersonId))
  }
  return probationSummaries(ctx.tx, groups, ctx.today)
}

function Defendant({ model }: { readonly model: DefendantModel }) {
  const { facts } = model
  const organisation = facts.defendant.type === 'ORGANISATION'
  return (
    <>
      <h1 class="govuk-heading-l">{model.name}</h1>
      {model.removed && (
        <MojAlert variant="warning" title="Removed from the list">
          Removed from the list: {model.removed}.
        </MojAlert>
      )}
      {model.waiting.map(waiting => (
        <MojAlert variant="information" title="Waiting for a decision">
          <a class="govuk-link" href={waiting.href}>
            {waiting.text}
          </a>
        </MojAlert>
      ))}
      {model.status && <p class="govuk-body">Probation status: {model.status}</p>}
      <Facts rows={model.rows} />
      {model.alerts.length > 0 && (
        <>
          <h2 class="govuk-heading-s">To look at in what the court sent</h2>
          <ul class="govuk-list govuk-list--bullet">
            {model.alerts.map(alert => (
              <li>{alert}</li>
            ))}
          </ul>
        </>
      )}
      <IdentitySection lines={model.beside} linked={model.linked} />
      <MatchPanel model={model.match} />
      <OffencesSection offences={model.offences} />
      <BreachSection card={model.breach} applications={model.applications} />
      <div class="app-beside">
        <PreparationSection
          version={facts.version}
          preparation={facts.preparation}
          prepared={
            facts.preparedAt
              ? `Last set by ${facts.preparedBy ?? 'the service'}, ${savedAt(facts.preparedAt as `${string}T${string}Z`)}`
              : null
          }
          attendance={facts.attendance}
        />
        <OutcomeSection
          outcome={model.outcome}
          notRequired={facts.outcomeNotRequired}
          version={facts.version}
          suggested={model.suggested}
          sentenceHref={organisation ? null : `${model.path}/sentence`}
          reportHref={organisation ? null : `${model.path}/report`}
        />
      </div>
      <div class="app-beside">
        <RemarksSection kind="note" remarks={model.notes} keepsDrafts={!organisation} path={model.path} />
        <RemarksSection kind="comment" remarks={model.comments} keepsDrafts={!organisation} path={model.path} />
      </div>
      <h2 class="govuk-heading-m" id="documents">
        Documents
      </h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${model.path}/documents`}>
          {model.documents === 0 ? 'Add documents to this case' : plural(model.documents, 'document')}
        </a>
      </p>
      <HearingsSection hearings={model.hearings} />
    </>
  )
}
