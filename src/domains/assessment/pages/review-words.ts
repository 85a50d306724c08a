import type { LocalDate } from '../../../platform/calendar/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { reviewTriggers } from '../parameters/review-triggers.ts'
import type { ReviewDue } from '../queries/reviews-due.ts'
import { questionSet } from '../questions/question-set.ts'

export type ReviewWords = {
  readonly changed: string
  readonly due: { readonly text: string; readonly late: boolean }
  /** Titles of the areas the review opens at; none: all of them. */
  readonly areas: readonly string[]
}

/** A task of review in words: what changed, by when, where it opens. */
export function reviewWords(review: ReviewDue, today: LocalDate): ReviewWords {
  const trigger = reviewTriggers.on(today).value.find(row => row.code === review.trigger)
  const titles = questionSet(today)
    .sections.filter(section => review.sections.includes(section.code))
    .map(section => section.title)
  return {
    changed: `${trigger?.changed ?? 'Something changed'}, ${longDate(review.happenedOn)}`,
    due: { text: `Due ${longDate(review.dueOn)}`, late: review.closedAt === null && review.dueOn < today },
    areas: [...new Set(titles)],
  }
}
