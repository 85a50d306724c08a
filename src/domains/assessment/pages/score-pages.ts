import type { Page } from '../../../platform/web/index.ts'
import { rescoringPage } from './rescoring.page.tsx'
import { scoreChecksPage } from './score-checks.page.tsx'
import { scoreDryRunPage } from './score-dry-run.page.tsx'
import { scoreQualityPage } from './score-quality.page.tsx'
import { scoresPage } from './scores.page.tsx'
import { secondEntryPage } from './second-entry.page.tsx'

/** Scores of a person, and the quality of scores. */
export const scorePages: readonly Page[] = [
  scoresPage,
  scoreChecksPage,
  scoreQualityPage,
  scoreDryRunPage,
  rescoringPage,
  secondEntryPage,
]
