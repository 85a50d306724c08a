import { expect, test } from 'vitest'
import { block, homeView } from './home.view.ts'

const row = (n: number) => ({ text: `Row ${n}`, more: '', href: `/row/${n}` })
const rows = [1, 2, 3, 4, 5, 6, 7].map(row)

test('a block counts its list, shows the first five and opens all of it', () => {
  const shown = block({
    one: 'limit to review',
    many: 'limits to review',
    count: 7,
    href: '/all',
    rows,
    empty: 'None.',
  })
  expect(shown).toMatchObject({ heading: '7 limits to review', href: '/all', rest: 'See all 7' })
  expect(shown.rows).toHaveLength(5)
  expect(block({ one: 'limit', count: 1, href: '/all', rows: [row(1)], empty: 'None.' }).rest).toBeNull()
})

test('work without one list of all of it shows every row', () => {
  const shown = block({ one: 'outcome', count: 30, href: null, rows, empty: 'None.' })
  expect([shown.rows.length, shown.rest, shown.href]).toEqual([7, null, null])
})

test('there are at most four blocks, and only the places this role may go', () => {
  const one = block({ one: 'thing', count: 0, href: '/x', rows: [], empty: 'Nothing today.' })
  const view = homeView({
    today: '2026-11-21',
    viewer: { name: 'Imogen Farrow' },
    blocks: [one, one, one, one, one],
    can: action => action === 'app.read-rules',
  })
  expect(view.blocks).toHaveLength(4)
  expect(view.places.map(place => place.href)).toEqual(['/help/rules'])
  expect(view.maySearch).toBe(false)
})
