import { Table, Tag } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { plural, savedAt } from '../../../platform/words/index.ts'
import { countersignPatience } from '../parameters/countersign-rules.ts'
import { countersignQueue, type Unsigned, unsignedForLong, type Waiting } from '../queries/countersign-queue.ts'
import { countersignerWords } from './signing-words.ts'

type Queue = { readonly waiting: readonly Waiting[]; readonly workingDays: number }

/** The queue of countersigning: the oldest first. */
export const countersigningPage = page<Queue>({
  path: '/countersigning',
  name: 'assessment.countersigning',
  title: 'Assessments to countersign',
  allow: 'assessment.countersign',
  section: 'countersigning',
  view: async ctx => {
    const waiting = await countersignQueue(ctx)
    if (waiting.length > 0) ctx.look('assessment.countersigning', [...new Set(waiting.map(one => one.personId))])
    return { waiting, workingDays: countersignPatience.on(ctx.today).value.workingDays }
  },
  body: ({ waiting, workingDays }) => (
    <>
      <h1 class="govuk-heading-l">Assessments to countersign</h1>
      <p class="govuk-body">
        The oldest first. Late after {workingDays} working days, which is an assumption.{' '}
        <a class="govuk-link" href="/framework-roles">
          Who is approved to sign
        </a>{' '}
        <a class="govuk-link" href="/assessments/oversight">
          Assessments that need attention
        </a>
      </p>
      {waiting.length === 0 && <p class="govuk-body">No assessment of your region waits for a countersignature.</p>}
      {waiting.length > 0 && <WaitingTable waiting={waiting} />}
    </>
  ),
})

type Oversight = Queue & { readonly unsigned: readonly Unsigned[]; readonly unsignedDays: number }

/** What a manager should know of: late countersignatures, assessments given back, and those open for long. */
export const oversightPage = page<Oversight>({
  path: '/assessments/oversight',
  name: 'assessment.oversight',
  title: 'Assessments that need attention',
  allow: 'assessment.oversee',
  section: 'countersigning',
  view: async ctx => {
    const waiting = (await countersignQueue(ctx)).filter(one => one.late)
    const unsigned = await unsignedForLong(ctx)
    const people = [...new Set([...waiting, ...unsigned].map(one => one.personId))]
    if (people.length > 0) ctx.look('assessment.oversight', people)
    return { waiting, unsigned, ...countersignPatience.on(ctx.today).value }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Assessments that need attention</h1>
      <h2 class="govuk-heading-m">Late to be countersigned</h2>
      {model.waiting.length === 0 && (
        <p class="govuk-body">None has waited longer than {model.workingDays} working days.</p>
      )}
      {model.waiting.length > 0 && <WaitingTable waiting={model.waiting} />}
      <h2 class="govuk-heading-m">Given back, or not signed for {plural(model.unsignedDays, 'day')}</h2>
      {model.unsigned.length === 0 && <p class="govuk-body">There is none.</p>}
      {model.unsigned.length > 0 && (
        <Table
          head={[{ text: 'Person' }, { text: 'Opened' }, { text: 'Given back' }]}
          rows={model.unsigned.map(one => [
            { html: <Name one={one} page="history" /> },
            { text: `${savedAt(one.openedAt)} by ${one.openedByName}` },
            { text: one.givenBackAt ? `${savedAt(one.givenBackAt)} by ${one.givenBackByName}` : 'No' },
          ])}
        />
      )}
      <p class="govuk-hint">The numbers of days are assumptions.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/assessments/work">
          How long assessments take
        </a>
      </p>
    </>
  ),
})

function WaitingTable({ waiting }: { readonly waiting: readonly Waiting[] }) {
  return (
    <Table
      head={[{ text: 'Person' }, { text: 'Signed by' }, { text: 'Waits for' }, { text: 'Since' }]}
      rows={waiting.map(one => [
        { html: <Name one={one} page="countersign" /> },
        { text: one.own ? `${one.signedByName} (you: somebody else countersigns)` : one.signedByName },
        { text: countersignerWords[one.countersigner] },
        {
          html: (
            <>
              {savedAt(one.since)} {one.late && <Tag text="Late" classes="govuk-tag--red" />}
            </>
          ),
        },
      ])}
    />
  )
}

type Named = { readonly name: string; readonly crn: string; readonly assessmentId: string }

function Name({ one, page: to }: { readonly one: Named; readonly page: string }) {
  return (
    <>
      <a class="govuk-link" href={`/case/${one.crn}/assessments/${one.assessmentId}/${to}`}>
        {one.name}
      </a>
      <span class="app-secondary">CRN {one.crn}</span>
    </>
  )
}
