import { longDate, savedAt } from '../../../platform/words/index.ts'
import { frameworkRoles } from '../parameters/countersign-rules.ts'
import type { AssessmentOnRecord } from '../queries/assessments-of.ts'
import type { SignedContent } from '../queries/signed-content.ts'
import type { SignedVersion } from '../queries/signed-versions.ts'
import { assessmentState } from '../rules/assessment-state.ts'
import { isAsSigned } from '../rules/signed-document.ts'
import { type LevelsView, levelsView, type ScoreRow, scoreRow } from './signing.view.ts'
import { stateTags } from './signing-words.ts'

export type SignedView = {
  readonly tag: { readonly text: string; readonly colour: string }
  readonly base: string
  readonly asSigned: boolean
  readonly mayNotStand: string | null
  readonly facts: readonly { readonly key: string; readonly value: string }[]
  readonly levels: LevelsView | null
  readonly scores: readonly ScoreRow[]
  readonly sections: readonly {
    readonly title: string
    readonly answers: readonly { readonly asked: string; readonly said: string; readonly from: string | null }[]
  }[]
  readonly goals: readonly { readonly title: string; readonly steps: readonly string[] }[]
}

/** A signed version in words, read from its document and from nothing else. */
export function signedView(
  assessment: AssessmentOnRecord,
  version: SignedVersion,
  versions: number,
  crn: string,
): SignedView {
  const state = assessmentState(assessment.acts)
  const content = JSON.parse(version.document) as SignedContent
  const asSigned = isAsSigned(version.document, version.hash)
  const role = frameworkRoles.on(content.assessment.assessedOn).value.find(one => one.code === version.signedAs)
  return {
    tag: stateTags[state],
    base: `/case/${crn}/assessments/${assessment.id}`,
    asSigned,
    mayNotStand: version.number < versions ? 'A later version of this assessment was signed.' : null,
    facts: [
      { key: 'Signed', value: `${savedAt(version.signedAt)} by ${version.signedByName}` },
      { key: 'Signed as', value: role?.name ?? 'Not known' },
      { key: 'Assessed on', value: longDate(content.assessment.assessedOn) },
      { key: 'Version', value: `${version.number} of ${versions}` },
      { key: 'Questions', value: `Set ${version.questionSet}` },
      { key: 'Software and actuarial data', value: `${version.software}; ${version.scoreData ?? 'no scores'}` },
      { key: 'Hash (SHA-256)', value: version.hash },
      {
        key: 'Verified',
        value: asSigned ? 'Yes: the document is the one that was signed' : 'No: the document differs',
      },
    ],
    levels: content.levels && levelsView(content.levels),
    scores: content.scores.generationTwo
      .filter(score => score.outcome === 'scored' || score.why !== 'not-attempted')
      .map(scoreRow),
    sections: content.sections.map(({ title, answers }) => ({
      title,
      answers: answers.map(({ asked, said, carriedFrom, thirdParty }) => ({
        asked,
        said: said.join(', ') === 'M' ? 'Not known' : said.join(', '),
        from:
          [
            carriedFrom ? `Carried forward from ${longDate(carriedFrom as `${number}-${number}-${number}`)}` : '',
            thirdParty ? 'Holds third-party or victim information: not disclosed' : '',
          ]
            .filter(Boolean)
            .join('. ') || null,
      })),
    })),
    goals: content.plan.goals.map(goal => ({ title: goal.title, steps: goal.steps.map(step => step.body) })),
  }
}
