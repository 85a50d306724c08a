import { expect, test } from 'vitest'
import type { Permission } from '../access/index.ts'
import { permissionsView } from './permissions.view.ts'

const table: readonly Permission[] = [
  { action: 'court.note', about: 'write notes', roles: { 'case-admin': 'own', court: 'any', practitioner: 'any' } },
  { action: 'court.send', about: 'send lists', roles: {}, scope: 'court.send' },
  { action: 'app.home', about: 'open your first page', roles: { court: 'any' } },
]

test('every row of the table is shown under its part of the service, with who has it and how they must stand to it', () => {
  const model = permissionsView(table, '')
  expect([model.count, model.groups.map(group => group.name)]).toEqual([3, ['App', 'Court']])
  expect(model.groups[1]!.rows).toEqual([
    {
      action: 'court.note',
      about: 'Write notes',
      who: [
        { relation: 'Anywhere', roles: ['Probation practitioner', 'Court officer'] },
        { relation: 'For their own work', roles: ['Court or case administrator'] },
      ],
      scope: null,
    },
    { action: 'court.send', about: 'Send lists', who: [], scope: 'court.send' },
  ])
})

test('for one role only what it has is shown; an unknown role shows everything', () => {
  const model = permissionsView(table, 'case-admin')
  expect(model.groups.flatMap(group => group.rows.map(row => [row.action, row.who]))).toEqual([
    ['court.note', [{ relation: 'For their own work', roles: ['Court or case administrator'] }]],
  ])
  expect(permissionsView(table, 'king').count).toBe(3)
})
