import { useUi } from '../../../platform/web/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import { RowsTable } from '../../court/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { casePage } from '../../person/index.ts'
import type { ReportRequest } from '../request-model.ts'
import { depthWords, kindWords, stateWords } from '../request-words.ts'
import { reportRequestsOf } from '../store/request-store.ts'
import { requestPath } from './request-address.ts'

type CaseReportsModel = {
  readonly requests: readonly ReportRequest[]
  readonly courts: ReadonlyMap<string, string>
}

/** Every court report asked for about the person. */
export const caseReportsPage = casePage<CaseReportsModel>({
  path: '/reports',
  name: 'advice.case-reports',
  title: 'Court reports',
  allow: 'advice.see-reports',
  tab: 'reports',
  async view(ctx, opened) {
    const requests = await reportRequestsOf(ctx.tx, opened.group)
    ctx.look('advice.case-reports', [opened.personId])
    return { requests, courts: new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name])) }
  },
  body: (model, { crn }) => <CaseReports model={model} crn={crn} />,
})

export function CaseReports({ model, crn }: { readonly model: CaseReportsModel; readonly crn: string }) {
  const ui = useUi()
  return (
    <>
      <h1 class="govuk-heading-l">Court reports</h1>
      {ui.can('advice.request') && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/case/${crn}/reports/ask`}>
            Ask for a report
          </a>
          {' or '}
          <a class="govuk-link" href={`/case/${crn}/reports/ask-before-plea`}>
            record a request before plea
          </a>
        </p>
      )}
      {model.requests.length === 0 ? (
        <p class="govuk-body">No report has been asked for.</p>
      ) : (
        <RowsTable
          caption="Reports asked for, the newest first"
          head={[
            { text: 'Report' },
            { text: 'Needed by' },
            { text: 'Court' },
            { text: 'Standing' },
            { text: 'Writer' },
          ]}
          groups={[
            {
              rows: model.requests.map(one => [
                <>
                  <a class="govuk-link" href={requestPath(crn, one.id)}>
                    {kindWords[one.kind]}
                  </a>
                  <div class="app-secondary">
                    {one.depth ? `${depthWords[one.depth]}, asked ` : 'Asked '}
                    {savedAt(one.askedAt)}
                  </div>
                </>,
                one.requiredBy ? longDate(one.requiredBy) : 'Not known',
                model.courts.get(one.courtCode) ?? one.courtCode,
                stateWords[one.state],
                one.writer?.name ?? 'Nobody yet',
              ]),
            },
          ]}
        />
      )}
    </>
  )
}
