import { londonDay } from '../../../platform/calendar/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { casePage } from '../../person/index.ts'
import { assessmentsOf } from '../queries/assessments-of.ts'
import type { SignedContent } from '../queries/signed-content.ts'
import { signedVersions } from '../queries/signed-versions.ts'
import { assessmentState, isComplete } from '../rules/assessment-state.ts'
import { Levels } from './sign.page.tsx'
import { type LevelsView, levelsView } from './signing.view.ts'

type Model = { readonly levels: LevelsView | null; readonly signed: string | null }

/** What a contracted provider sees: the levels in the community and the overall level of the newest signed
 *  assessment with a full analysis. No custody levels and no free text (assessment specification section 7). */
export const harmLevelsPage = casePage<Model>({
  path: '/harm-levels',
  name: 'assessment.harm-levels',
  title: 'Levels of risk of serious harm',
  allow: 'assessment.see-harm-levels',
  tab: null,
  view: async (ctx, opened) => {
    for (const one of await assessmentsOf(ctx.tx, opened.group)) {
      if (!isComplete(assessmentState(one.acts))) continue
      const [version] = await signedVersions(ctx.tx, opened.group, one.id)
      const levels = version && (JSON.parse(version.document) as SignedContent).levels
      if (levels) {
        return { levels: levelsView(levels), signed: `Signed ${longDate(londonDay(version.signedAt))}` }
      }
    }
    return { levels: null, signed: null }
  },
  body: ({ levels, signed }) => (
    <>
      <h1 class="govuk-heading-l">Levels of risk of serious harm in the community</h1>
      {signed && <p class="govuk-body">{signed}.</p>}
      <Levels levels={levels} custody={false} />
    </>
  ),
})
