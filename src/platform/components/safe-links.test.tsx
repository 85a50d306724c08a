import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { BackLink, safeHref } from './index.ts'

test('addresses within the service and on the web are kept', () => {
  for (const address of [
    '/person/X1',
    '#main',
    '?page=2',
    'case/1',
    'https://example.org/a:b',
    'mailto:a@example.org',
    '',
  ]) {
    expect(safeHref(address)).toBe(address)
  }
})

test('an address that would run is replaced, however it is hidden', () => {
  for (const address of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:x',
    'data:text/html,x',
    'vbscript:x',
  ]) {
    expect(safeHref(address)).toBe('#')
  }
})

test('every element of a page is checked, in our components and in plain markup', () => {
  const bad = ['javascript', 'alert(1)'].join(':')
  expect(renderToString(<BackLink href={bad} />)).toContain('href="#"')
  expect(renderToString(<a href={bad}>Go</a>)).toBe('<a href="#">Go</a>')
  expect(renderToString(<form action={bad} />)).toBe('<form action="#"></form>')
})

test('what a person typed is shown and never run', () => {
  expect(renderToString(<p title={'"><script>'}>{'<script>alert(1)</script> & "O\'Neil"'}</p>)).toBe(
    '<p title="&quot;>&lt;script>">&lt;script>alert(1)&lt;/script> &amp; &quot;O\'Neil&quot;</p>',
  )
})
