import type { Instant } from '../../../platform/calendar/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { type AccessFlags, identityBar } from '../../person/index.ts'
import type { AssessmentOnRecord } from '../queries/assessments-of.ts'
import type { AnswerValue, Section } from '../questions/question.ts'
import { questionSetVersion, sectionsFor } from '../questions/question-set.ts'
import { type AnswerChange, answerChanges, shownAnswer } from '../rules/answer-changes.ts'
import { countUse } from './count-use.ts'
import { openForWriting } from './open-for-writing.ts'

export type SaveAnswers = {
  readonly personId: string
  readonly assessmentId: string
  readonly section: string
  /** By question code, as typed; a question left out is not touched, an empty answer takes the one before it away. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>
  /** The version each answer had when the form was drawn; left out for none. */
  readonly seen: Readonly<Record<string, number>>
  /** Which of the questions hold third-party or victim information; undefined leaves the marks. */
  readonly thirdParty?: readonly string[]
  /** Buttons used: 0 for a form that saves itself. */
  readonly buttons?: number
}

export type SavedAnswers = {
  readonly savedAt: Instant
  readonly changed: readonly string[]
  /** `seen` for the next time: the versions of what was saved now. */
  readonly seen: Readonly<Record<string, number>>
  /** What could not be saved, by question; a text too long is kept all the same. */
  readonly problems: readonly Problem[]
  readonly conflicts: readonly string[]
}

/** Keeps answers of one section. Each answer stands for itself: what is sound is kept, and the rest is named. What an
 *  answer said before is kept too. A changed answer is no longer carried forward. Throws NotFound, NotAllowed, and
 *  Conflict with what was typed when the assessment is no longer open. */
export async function saveAnswers(ctx: Context, input: SaveAnswers): Promise<Result<SavedAnswers>> {
  ctx.may('assessment.write', { people: [input.personId] })
  const { assessment, flags, stored } = await openForWriting(
    ctx,
    input.personId,
    input.assessmentId,
    Object.values(input.answers).flat().filter(Boolean).join('\n\n'),
  )
  const section = sectionsFor(questionSetVersion(assessment.questionSet), assessment.layer).find(
    one => one.code === input.section,
  )
  if (!section) throw new NotFound('This assessment has no such section.')
  const stranger = Object.keys(input.answers).find(code => !section.questions.some(one => one.code === code))
  if (stranger !== undefined) {
    return problems({
      field: stranger,
      code: 'question-unknown',
      text: `Section ${section.title} has no such question`,
    })
  }
  const older = section.questions.filter(({ code }) => (input.seen[code] ?? 0) !== (stored.get(code)?.version ?? 0))
  const found = answerChanges({
    questions: section.questions,
    stored,
    typed: input.answers,
    seen: input.seen,
    saidAt:
      older.length > 0
        ? await earlierAnswers(
            ctx,
            assessment,
            older.map(one => one.code),
          )
        : () => '',
    thirdParty: input.thirdParty,
    today: ctx.today,
    bornOn: await birthDate(ctx, section, input),
  })
  const changed = found.changes.map(change => change.question.code)
  const actions = changed.length + (input.buttons ?? 0)
  await Promise.all([
    ...keep(ctx, assessment, section, found.changes, flags),
    ...(actions > 0 ? [countUse(ctx, assessment, flags, actions)] : []),
  ])
  if (changed.length > 0) {
    ctx.record('alter', 'assessment.save-answers', [assessment.personId], {
      detail: { assessmentId: assessment.id, section: section.code, questions: changed },
    })
  }
  return ok({
    savedAt: ctx.now,
    changed,
    seen: {
      ...input.seen,
      ...Object.fromEntries(found.changes.map(({ question, before }) => [question.code, (before?.version ?? 0) + 1])),
    },
    problems: found.problems,
    conflicts: found.conflicts,
  })
}

/** What the answers said at older versions: a form drawn then and sent now is compared with what it showed. */
async function earlierAnswers(
  ctx: Context,
  { personId, id }: AssessmentOnRecord,
  questions: readonly string[],
): Promise<(question: string, version: number) => AnswerValue> {
  const rows = await ctx.tx.rows<{ question: string; version: number; value: AnswerValue | null }>(
    `SELECT question, was_version AS version, value FROM assessment.answer_change
      WHERE person_id = $1 AND assessment_id = $2 AND question = ANY ($3)`,
    [personId, id, questions],
  )
  return (question, version) => rows.find(row => row.question === question && row.version === version)?.value ?? ''
}

/** Read only where a day was typed. */
async function birthDate(ctx: Context, section: Section, { personId, answers }: SaveAnswers) {
  if (!section.questions.some(({ kind, code }) => kind === 'date' && answers[code])) return null
  return (await identityBar(ctx.tx, [personId])).get(personId)?.dateOfBirth ?? null
}

/** The statements travel together: none needs the answer of another. */
function keep(
  ctx: Context,
  { personId, id, questionSet }: AssessmentOnRecord,
  section: Section,
  changes: readonly AnswerChange[],
  flags: AccessFlags,
): readonly Promise<unknown>[] {
  if (changes.length === 0) return []
  const { username: by } = ctx.viewer
  const before = changes.flatMap(change =>
    change.before
      ? [
          {
            id: newId(),
            question: change.question.code,
            value: shownAnswer(change.before),
            version: change.before.version,
          },
        ]
      : [],
  )
  const source = section.kind === 'self-assessment' ? 'person' : 'practitioner'
  const rows = changes.map(({ question, value, tooLong, thirdParty, answered, before: old }) => ({
    ...{ question: question.code, value, tooLong, thirdParty },
    ...(answered || !old
      ? {
          source,
          questionSet,
          carriedFrom: null,
          confirmedAt: null,
          confirmedBy: null,
          answeredAt: ctx.now,
          answeredBy: by,
        }
      : {
          ...{ source: old.source, questionSet: old.questionSet, carriedFrom: old.carriedFrom },
          ...{ confirmedAt: old.confirmedAt, confirmedBy: old.confirmedBy },
          ...{ answeredAt: old.answeredAt, answeredBy: old.answeredBy },
        }),
  }))
  const said = ctx.tx.run(
    `INSERT INTO assessment.answer (person_id, assessment_id, question, value, too_long, question_set, source,
       carried_from, confirmed_at, confirmed_by, third_party, answered_at, answered_by, excluded, restricted)
     SELECT $1, $2, a.question, a.value, a."tooLong", a."questionSet", a.source, a."carriedFrom", a."confirmedAt",
            a."confirmedBy", a."thirdParty", a."answeredAt", a."answeredBy", $4, $5
       FROM jsonb_to_recordset($3::jsonb) AS a (question text, value jsonb, "tooLong" text, "questionSet" text,
            source text, "carriedFrom" date, "confirmedAt" timestamptz, "confirmedBy" text, "thirdParty" boolean,
            "answeredAt" timestamptz, "answeredBy" text)
     ON CONFLICT (person_id, assessment_id, question) DO UPDATE SET
       value = EXCLUDED.value, too_long = EXCLUDED.too_long, question_set = EXCLUDED.question_set,
       source = EXCLUDED.source, carried_from = EXCLUDED.carried_from, confirmed_at = EXCLUDED.confirmed_at,
       confirmed_by = EXCLUDED.confirmed_by, third_party = EXCLUDED.third_party,
       answered_at = EXCLUDED.answered_at, answered_by = EXCLUDED.answered_by, version = answer.version + 1`,
    [personId, id, JSON.stringify(rows), flags.excluded, flags.restricted],
  )
  if (before.length === 0) return [said]
  const was = ctx.tx.run(
    `INSERT INTO assessment.answer_change
       (person_id, id, assessment_id, question, value, was_version, at, by, excluded, restricted)
     SELECT $1, c.id, $2, c.question, c.value, c.version, $4, $5, $6, $7
       FROM jsonb_to_recordset($3::jsonb) AS c (id uuid, question text, value jsonb, version integer)`,
    [personId, id, JSON.stringify(before), ctx.now, by, flags.excluded, flags.restricted],
  )
  return [said, was]
}
