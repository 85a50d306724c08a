import type { Page } from 'playwright-core'
import { expect } from 'vitest'

import {
  type AnswerValues,
  answersOf,
  assessmentOf,
  questionSetVersion,
  type Section,
  saveAnswers,
  sectionsFor,
} from '../../src/domains/assessment/index.ts'
import type { Viewer } from '../../src/platform/access/index.ts'
import type { ProductServer } from './product-server.ts'

/** Chooses and types the answers of one section where its page asks for them, in the order of the form: what is asked
 *  only after another answer has appeared by then. Leaves the page as it is, unsaved. */
export async function fillByHand(page: Page, section: Section, answers: AnswerValues): Promise<void> {
  for (const { code, kind } of section.questions) {
    const value = answers.get(code)
    if (value === undefined) continue
    if (kind === 'choice' || kind === 'choices') {
      for (const one of [value].flat()) await page.locator(`input[name="${code}"][value="${one}"]`).check()
    } else {
      await page.locator(`[name="${code}"]`).fill(String(value))
    }
  }
}

/** Gives the made-up answers of every section but those named, by the command behind the form. */
export async function fillTheRest(
  server: ProductServer,
  viewer: Viewer,
  at: { readonly personId: string; readonly assessmentId: string },
  answers: AnswerValues,
  but: readonly string[],
): Promise<void> {
  await server.as(viewer, async ctx => {
    const assessment = await assessmentOf(ctx.tx, [at.personId], at.assessmentId)
    if (!assessment) throw new Error('There is no such assessment')
    const set = questionSetVersion(assessment.questionSet)
    for (const section of sectionsFor(set, assessment.layer)) {
      const given = section.questions.flatMap(({ code }) => {
        const value = answers.get(code)
        return value === undefined ? [] : [[code, value] as const]
      })
      if (but.includes(section.code) || given.length === 0) continue
      const held = await answersOf(ctx.tx, [at.personId], at.assessmentId)
      const done = await saveAnswers(ctx, {
        ...at,
        section: section.code,
        answers: Object.fromEntries(given),
        seen: Object.fromEntries([...held].map(([code, { version }]) => [code, version])),
      })
      expect(done).toMatchObject({ ok: true, value: { problems: [] } })
    }
  })
}
