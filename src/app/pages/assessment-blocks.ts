import { countersignQueue, qualityFeedbackFor, reviewsDue } from '../../domains/assessment/index.ts'
import { enquiriesOverdueBy, enquiryKinds, identityBar } from '../../domains/person/index.ts'
import type { Context } from '../../platform/context/index.ts'
import { longDate, savedAt } from '../../platform/words/index.ts'
import { block, type HomeBlock } from './home.view.ts'

/** What a practitioner has to do about assessments: reviews, feedback, and enquiries nobody answered in time. */
export async function practitionerBlocks(ctx: Context): Promise<readonly HomeBlock[]> {
  const reviews = await reviewsDue(ctx, 'mine')
  const feedback = await qualityFeedbackFor(ctx.tx, ctx.viewer.username)
  const overdue = await enquiriesOverdueBy(ctx.tx, ctx.viewer.username, ctx.today)
  const people = [...new Set([...reviews, ...overdue].map(one => one.personId))]
  const bars = await identityBar(ctx.tx, people)
  if (people.length > 0) ctx.look('app.assessment-work', people)
  const kinds = new Map(enquiryKinds.on(ctx.today).value.map(({ code, name }) => [code, name]))
  const enquiries = overdue.flatMap(one => {
    const bar = bars.get(one.personId)
    if (!bar?.crn) return []
    const name = bar.limited ? bar.crn : (bar.name ?? bar.crn)
    const more = `${kinds.get(one.kind) ?? one.kind}, asked ${longDate(one.askedOn)}`
    return [{ text: name, more, href: `/case/${bar.crn}/enquiries` }]
  })
  return [
    block({
      one: 'review due',
      many: 'reviews due',
      count: reviews.length,
      href: '/reviews',
      rows: reviews.map(one => ({
        text: one.name,
        more: `${one.late ? 'Late: due' : 'Due'} ${longDate(one.dueOn)}`,
        href: `/case/${one.crn}/reviews/${one.id}`,
      })),
      empty: `Nobody you manage was due for a review on ${longDate(ctx.today)}.`,
    }),
    block({
      one: 'assessment with feedback to read',
      many: 'assessments with feedback to read',
      count: feedback.length,
      href: '/assessment-quality/feedback',
      rows: feedback.map(one => ({
        text: `Assessment signed ${longDate(one.signedOn)}`,
        more: `Checked by ${one.checkedByName}`,
        href: '/assessment-quality/feedback',
      })),
      empty: 'There is no feedback you have not read.',
    }),
    block({
      one: 'enquiry overdue',
      many: 'enquiries overdue',
      count: enquiries.length,
      href: null,
      rows: enquiries,
      empty: `No enquiry you sent was overdue on ${longDate(ctx.today)}.`,
    }),
  ]
}

/** What waits for a countersignature, the oldest first; what is late says so. */
export async function countersignBlock(ctx: Context): Promise<HomeBlock> {
  const waiting = await countersignQueue(ctx)
  if (waiting.length > 0) ctx.look('app.countersigning', [...new Set(waiting.map(one => one.personId))])
  return block({
    one: 'assessment to countersign',
    many: 'assessments to countersign',
    count: waiting.length,
    href: '/countersigning',
    rows: waiting.map(one => ({
      text: one.name,
      more: `${one.late ? 'Late: signed' : 'Signed'} ${savedAt(one.since)} by ${one.signedByName}`,
      href: `/case/${one.crn}/assessments/${one.assessmentId}/countersign`,
    })),
    empty: `No assessment of your region waited on ${longDate(ctx.today)}.`,
  })
}
