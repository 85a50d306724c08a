import { expect, test } from 'vitest'
import type { Question } from '../questions/question.ts'
import { questionOf, questionSet } from '../questions/question-set.ts'
import { checkAnswer, sameAnswer } from './answer-check.ts'

const today = '2026-11-21'
const set = questionSet(today)
const of = (code: string, change: Partial<Question> = {}): Question => ({ ...questionOf(set, code)!, ...change })
const check = (question: Question, typed: string | readonly string[]) => checkAnswer(question, typed, today)

test.each(['PERHAPS', 'yes', '__proto__', ' YES', '\u0000', '2'])(
  'a code that is not offered is no answer: %j',
  typed => {
    expect(check(of('3.3'), typed)).toMatchObject({ is: 'wrong', code: 'answer-unknown' })
  },
)

test('a choice sent twice counts once, and an empty one takes the answer away', () => {
  expect(check(of('3.3'), ['YES', 'NO'])).toEqual({ is: 'answer', value: 'YES' })
  expect(check(of('3.3'), '')).toEqual({ is: 'answer', value: '' })
  expect(check(of('3.3'), [])).toEqual({ is: 'answer', value: '' })
})

test('several choices are kept in the order of the form, whichever was ticked first', () => {
  const [first, second] = of('RM28').options.map(option => option.code)
  expect(check(of('RM28'), [second!, '', first!])).toEqual({ is: 'answer', value: [first, second] })
  expect(check(of('RM28'), [first!, 'nothing'])).toMatchObject({ is: 'wrong' })
})

test.each(['-1', '1.5', '1e3', '١٢', '9999999', 'three', '0x10'])(
  'a count is a whole number in digits: not %s',
  typed => {
    expect(check(of('1.32'), typed)).toMatchObject({ is: 'wrong', code: 'count-not-understood' })
  },
)

test('a count may have noughts before it and spaces around it', () => {
  expect(check(of('1.32'), ' 007 ')).toEqual({ is: 'answer', value: '7' })
})

test.each(['31 2 2026', '2026-02-30', 'soon', '0 0 0'])('a day that does not exist is named: %s', typed => {
  expect(check(of('1.29'), typed).is).toBe('wrong')
})

test('any text is an answer: emoji, right to left, angle brackets; line ends count once', () => {
  const odd = '<b>ok</b> 🏠 שלום\r\nline'
  expect(check(of('3.97'), odd)).toEqual({ is: 'answer', value: odd.replace('\r\n', '\n') })
  expect(check(of('3.97'), '  \r\n ')).toEqual({ is: 'answer', value: '' })
  expect(check(of('3.97'), ['one', 'two'])).toEqual({ is: 'answer', value: 'one\ntwo' })
})

test('a text over its limit is kept whole and says by how much', () => {
  const question = of('3.97', { longest: 4000 })
  expect(check(question, 'x'.repeat(4000))).toMatchObject({ is: 'answer' })
  expect(check(question, 'x'.repeat(200_000))).toMatchObject({ is: 'too-long', over: 196_000 })
})

test('no answer and none of several are the same', () => {
  expect([sameAnswer('', []), sameAnswer(['a'], ['a']), sameAnswer(['a'], ['b']), sameAnswer('a', ['a'])]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
