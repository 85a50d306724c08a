import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type PersonWeb,
  personWeb,
  type StaffBrowser,
  sendForm,
} from '../../../../test/support/person-pages-for-tests.ts'
import { asAssessor, scoredPerson, type scoringDay, scoringServices } from '../../../../test/support/scored-people.ts'
import type { Services } from '../../../platform/context/index.ts'
import { permissions as sentence } from '../../sentence/index.ts'
import { permissions } from '../permissions.ts'
import { isDrawnForRescoring } from '../rules/rescore-agreement.ts'
import { rescoringPage } from './rescoring.page.tsx'
import { secondEntryPage } from './second-entry.page.tsx'

let pages: PersonWeb
let services: Services
let second: StaffBrowser
let today: string

beforeAll(async () => {
  pages = await personWeb([rescoringPage, secondEntryPage], [...sentence, ...permissions])
  services = scoringServices(pages.web.services.db)
  second = await pages.staff('sam.second', 'team-manager')
  today = pages.web.services.clock().today
})
afterAll(() => pages.close())

/** Draws fall on one score in twenty, so a score in force is given an id that is drawn, or one that is not. */
async function scoredAndDrawn(drawn: boolean) {
  const made = await scoredPerson(services)
  const round = today.slice(0, 7)
  for (let n = 0; ; n++) {
    const id = `00000000-0000-7000-8000-${String(n).padStart(6, '0')}${made.crn.slice(1)}`
    if (isDrawnForRescoring(id, round, today as typeof scoringDay) !== drawn) continue
    await asAssessor(services, async ctx => {
      await ctx.tx.run(
        `INSERT INTO assessment.score_set SELECT (jsonb_populate_record(held, jsonb_build_object('id', $2::uuid,
           'scored_at', held.scored_at + interval '1 second'))).* FROM assessment.score_set held WHERE person_id = $1`,
        [made.personId, id],
      )
      await ctx.tx.run('UPDATE assessment.score_in_force SET set_id = $2 WHERE person_id = $1', [made.personId, id])
    })
    return { ...made, setId: id }
  }
}

const entered = { intent: 'enter', 'q-1-8': '17', 'q-1-32': '4', 'q-1-40': '1', 'q-1-30': 'NO' }

test('a drawn score is entered blind, and the same answers give the same bands', async () => {
  const { crn } = await scoredAndDrawn(true)
  expect((await second.get('/scores/rescoring')).body).toContain(crn)
  const form = (await second.get(`/case/${crn}/scores/second`)).body
  expect(form).not.toMatch(/generation [12]|value="17"/)
  const sent = await sendForm(second, `/case/${crn}/scores/second`, entered)
  expect(sent.statusCode).toBe(303)
  const queue = (await second.get('/scores/rescoring')).body
  expect(queue).toContain('Kept: the bands agree')
  expect(queue).not.toContain(crn)
  const again = await sendForm(second, `/case/${crn}/scores/second`, entered)
  expect(again.statusCode).toBe(400)
  expect(again.body).toContain('a second time already')
})

test('an answer that differs is kept with its name, and the scores in force stay', async () => {
  const { crn, personId, setId } = await scoredAndDrawn(true)
  await sendForm(second, `/case/${crn}/scores/second`, { ...entered, 'q-1-32': '60', 'q-1-40': '20' })
  const kept = await asAssessor(services, ctx =>
    ctx.tx.one('SELECT same_bands AS same, differing FROM assessment.second_entry WHERE person_id = $1', [personId]),
  )
  expect(kept).toEqual({ same: false, differing: ['totalSanctions', 'violentSanctions'] })
  const { id } = await asAssessor(services, ctx =>
    ctx.tx.one<{ id: string }>('SELECT set_id AS id FROM assessment.score_in_force WHERE person_id = $1', [personId]),
  )
  expect(id).toBe(setId)
})

test('a score that is not drawn, nothing entered, and a practitioner are refused', async () => {
  const { crn } = await scoredAndDrawn(false)
  expect((await second.get(`/case/${crn}/scores/second`)).body).toContain('not drawn this month')
  const drawn = await scoredAndDrawn(true)
  const empty = await sendForm(second, `/case/${drawn.crn}/scores/second`, { intent: 'enter' })
  expect(empty.body).toContain('Enter the answers as you find them')
  const officer = await pages.staff('olga.officer', 'practitioner')
  expect((await officer.get('/scores/rescoring')).statusCode).toBe(403)
  expect(pages.web.defects).toEqual([])
})
