import { Table } from '../../../platform/components/index.ts'
import { page } from '../../../platform/web/index.ts'
import { formPause } from '../parameters/form-use.ts'
import { type FormMeasure, type FormUse, formMeasure, formUses } from '../queries/form-measure.ts'
import type { Layer } from '../questions/question.ts'
import { layerWords } from '../words.ts'

type Work = {
  readonly measure: readonly FormMeasure[]
  readonly opened: { readonly layer: Layer; readonly uses: readonly FormUse[] } | null
  readonly pauseMinutes: number
}

/** How much work an assessment is, by kind; a number opens the assessments behind it. */
export const formWorkPage = page<Work>({
  path: '/assessments/work',
  name: 'assessment.form-work',
  title: 'Time an assessment takes',
  allow: 'assessment.oversee',
  section: 'countersigning',
  view: async (ctx, at) => {
    const measure = await formMeasure(ctx)
    const layer = measure.find(one => one.layer === at.query.one('kind'))?.layer
    const uses = layer ? await formUses(ctx, layer) : []
    if (uses.length > 0) ctx.look('assessment.form-work', [...new Set(uses.map(one => one.personId))])
    const pauseMinutes = formPause.on(ctx.today).value.longerThanSeconds / 60
    return { measure, opened: layer ? { layer, uses } : null, pauseMinutes }
  },
  body: ({ measure, opened, pauseMinutes }) => (
    <>
      <h1 class="govuk-heading-l">Time an assessment takes</h1>
      <p class="govuk-body">
        Signed assessments of your region. Half take less than the median. An action is an answer given or a button
        used. More than {pauseMinutes} minutes without one counts as a pause, which is our assumption.
      </p>
      {measure.length === 0 && <p class="govuk-body">No assessment of your region was signed yet.</p>}
      {measure.length > 0 && (
        <Table
          classes="app-table--stack"
          firstCellIsHeader
          head={[
            { text: 'Kind' },
            { text: 'Signed', format: 'numeric' },
            { text: 'Median minutes', format: 'numeric' },
            { text: 'Median actions', format: 'numeric' },
          ]}
          rows={measure.map(one => [
            { text: layerWords[one.layer].name },
            { ...number('Signed'), html: <Opens row={one} says={one.assessments} /> },
            { ...number('Median minutes'), html: <Opens row={one} says={rounded(one.medianMinutes)} /> },
            { ...number('Median actions'), html: <Opens row={one} says={rounded(one.medianActions)} /> },
          ])}
        />
      )}
      {opened && <Uses layer={opened.layer} uses={opened.uses} />}
    </>
  ),
})

const number = (label: string) => ({ format: 'numeric', attributes: { 'data-label': label } }) as const

function rounded(value: number): number {
  return Math.round(value)
}

function Opens({ row, says }: { readonly row: FormMeasure; readonly says: number }) {
  return (
    <a class="govuk-link" href={`/assessments/work?kind=${row.layer}`}>
      {says}
      <span class="govuk-visually-hidden"> for {layerWords[row.layer].name}: see the assessments</span>
    </a>
  )
}

function Uses({ layer, uses }: { readonly layer: Layer; readonly uses: readonly FormUse[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{layerWords[layer].name}: the longest first</h2>
      <Table
        classes="app-table--stack"
        head={[{ text: 'Person' }, { text: 'Minutes', format: 'numeric' }, { text: 'Actions', format: 'numeric' }]}
        rows={uses.map(use => [
          {
            html: (
              <>
                <a class="govuk-link" href={`/case/${use.crn}/assessments/${use.assessmentId}`}>
                  {use.name}
                </a>
                <span class="app-secondary">CRN {use.crn}</span>
              </>
            ),
          },
          { ...number('Minutes'), text: String(rounded(use.minutes)) },
          { ...number('Actions'), text: String(use.actions) },
        ])}
      />
    </>
  )
}
