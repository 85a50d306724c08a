import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { writerHoursPage } from './writer-hours.page.tsx'

const drawn = (hours: readonly object[]) =>
  renderToString(<>{writerHoursPage.body({ hours, writers: [] }, {} as never)}</>)

test('hours nobody set are not known, never none', () => {
  expect(drawn([])).toContain('they are not known')
})

test('each writer’s hours are shown with the day they hold from', () => {
  const html = drawn([{ username: 'nora', name: 'Nora Pell', teamCode: null, hoursAWeek: 18.5, fromDay: '2026-03-02' }])
  expect(html).toContain('Nora Pell')
  expect(html).toContain('18.5 hours')
  expect(html).toContain('2 March 2026')
})
