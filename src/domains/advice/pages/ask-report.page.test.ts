import { expect, test } from 'vitest'
import { newId } from '../../../platform/store/index.ts'
import { askForm, askModel, readAsked } from './ask-report.view.ts'

const given = { personId: 'p', appearanceId: null, hearing: null, beforePlea: false }
const read = (fields: Record<string, string>, more: Partial<typeof given> = {}) =>
  readAsked(askForm.parse({ formId: newId(), ...fields }), { ...given, ...more }, '2026-03-02')

test('the form is read into a request, one offence a line', () => {
  const asked = read({
    court: 'B10JQ',
    requiredBy: '20 3 2026',
    neededBy: '2pm',
    mainOffence: 'Burglary',
    otherOffences: 'Theft\n\n Affray ',
    plea: 'mixed',
  })
  expect(asked).toMatchObject({
    ok: true,
    value: {
      kind: 'after-conviction',
      requiredBy: '2026-03-20',
      neededBy: '2026-03-20T14:00:00Z',
      facts: {
        plea: 'mixed',
        remand: 'not-known',
        offences: [
          { title: 'Burglary', main: true },
          { title: 'Theft', main: false },
          { title: 'Affray', main: false },
        ],
      },
    },
  })
})

test('every field that cannot be read has its own problem', () => {
  const asked = read({ requiredBy: 'soon', committedOn: '31 2 2026', neededBy: '2' })
  expect(asked.ok ? [] : asked.problems.map(one => one.field)).toEqual(['requiredBy', 'committedOn', 'neededBy'])
})

test('before plea, what the defence did not say stays open, and the representative is needed', () => {
  expect(read({}, { beforePlea: true })).toMatchObject({ ok: false, problems: [{ field: 'representative' }] })
  expect(read({ representative: 'Mina Vale', consents: 'no' }, { beforePlea: true })).toMatchObject({
    ok: true,
    value: { kind: 'before-plea', facts: { beforePlea: { consents: false, bailOrPostal: null } } },
  })
})

test('a form without a hearing is empty, with the viewer’s only court chosen', () => {
  expect(askModel([], ['B10JQ'], null)).toMatchObject({ courtCode: 'B10JQ', requiredBy: null, fromHearing: null })
  expect(askModel([], ['B10JQ', 'B41ME'], null).courtCode).toBe('')
})
