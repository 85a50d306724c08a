import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { checkKinds } from '../queries/score-checks.ts'
import { checkWords, scoreChecksPage } from './score-checks.page.tsx'

test('a list without people says so and leads to the other kinds of check of the same team', () => {
  const model = { team: 'T1', kind: 'wrong' as const, rows: [], more: false }
  const html = renderToString(h(Fragment, null, scoreChecksPage.body(model as never, {} as never) as never))
  expect(html).toContain('Nobody on this list')
  for (const kind of checkKinds.filter(one => one !== 'wrong')) expect(html).toContain(checkWords[kind])
  expect(html).toContain('show=static&amp;team=T1')
})
