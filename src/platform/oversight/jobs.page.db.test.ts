import { beforeAll, expect, test } from 'vitest'
import { oversightForTests } from '../../../test/support/oversight-for-tests.ts'
import { addJob, job, noPayload, workOnce } from '../jobs/index.ts'

const oversight = oversightForTests()
let admin: Awaited<ReturnType<typeof oversight.signedIn>>

beforeAll(async () => {
  admin = await oversight.signedIn('dot')
})

test('the page is for administrators only', async () => {
  expect((await admin.get('/admin/jobs')).statusCode).toBe(200)
  expect((await (await oversight.signedIn('cy')).get('/admin/jobs')).statusCode).toBe(403)
})

test('the jobs page shows what waits, ran and failed', async () => {
  const stumble = job({
    name: 'test.stumble',
    about: 'falls',
    payload: noPayload,
    run: async () => {
      throw new RangeError('not to be shown')
    },
  })
  await oversight.asWorker(ctx => addJob(ctx.tx, 'test.stumble', {}))
  expect((await admin.get('/admin/jobs')).body).toContain('test.stumble')
  await workOnce({ services: oversight.web.services, jobs: [stumble] })
  const { body } = await admin.get('/admin/jobs?show=failed')
  expect(body).toContain('RangeError')
  expect(body).toContain('1 of 10')
  expect(body).not.toContain('not to be shown')
})
