import { expect, test } from 'vitest'
import { oversightForTests } from '../../../test/support/oversight-for-tests.ts'

const oversight = oversightForTests()

test('everyone may read who may do what, for all roles or for one', async () => {
  const clerk = await oversight.signedIn('cy')
  const everything = await clerk.get('/help/permissions')
  expect(everything.statusCode).toBe(200)
  expect(everything.body).toContain('Search the audit log')
  expect(everything.body).toContain('Other systems with the scope')
  expect((await clerk.get('/help/permissions?role=court')).body).not.toContain('Search the audit log')
})
