import type { Page } from '../../../platform/web/index.ts'
import { caseListPage } from './case-list.page.tsx'
import { defendantPage } from './defendant.page.tsx'
import { documentPage, documentsPage } from './documents.page.tsx'
import { enterSentencePage } from './enter-sentence.page.tsx'
import { matchesPage } from './matches.page.tsx'
import { measurePage, measuresPage } from './measures.page.tsx'
import { messagePage, messagesPage } from './messages.page.tsx'
import { chooseCourtsPage, myCourtsPage } from './my-courts.page.tsx'
import { outcomesPage } from './outcomes.page.tsx'
import { proposalPage } from './proposal.page.tsx'
import { proposalsPage } from './proposals.page.tsx'
import { remarkPage } from './remark.page.tsx'

/** Every screen of court work. */
export const courtPages: readonly Page[] = [
  myCourtsPage,
  chooseCourtsPage,
  caseListPage,
  defendantPage,
  enterSentencePage,
  remarkPage,
  documentsPage,
  documentPage,
  matchesPage,
  outcomesPage,
  proposalsPage,
  proposalPage,
  messagesPage,
  messagePage,
  measuresPage,
  measurePage,
]
