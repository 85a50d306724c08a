import { expect, test } from 'vitest'
import { questionSet, sectionsFor } from '../questions/question-set.ts'
import { fieldsOf } from './section.view.ts'
import { sectionBlocks } from './section-blocks.ts'

const sections = sectionsFor(questionSet('2026-11-21'), 'L3')
const blocksOf = (code: string, change: (field: ReturnType<typeof fieldsOf>[number]) => object = () => ({})) => {
  const section = sections.find(one => one.code === code)!
  const fields = fieldsOf(section, new Map(), { problems: [], answers: {} })
  return {
    section,
    blocks: sectionBlocks(
      section,
      fields.map(field => ({ ...field, ...change(field) })),
    ),
  }
}

test('the screening asks "now" and "before" in tables under the headings of its groups, and loses no question', () => {
  const { section, blocks } = blocksOf('ROSH')
  const tables = blocks.flatMap(block => (block.is === 'table' ? [block] : []))
  expect(tables.map(({ name, columns, rows }) => [name, columns, rows.length])).toEqual([
    ['Serious offences', ['Now charged or convicted', 'Convicted before'], 15],
    ['Harmful behaviour', ['In this case', 'Before this case'], 18],
  ])
  expect(tables.every(table => table.rows.every(row => row.cells.length === 2))).toBe(true)
  expect(blocks.flatMap(block => (block.is === 'heading' ? [block.text] : []))).toEqual([
    'Serious offences',
    'Harmful behaviour',
    'Children',
    'Risks to the person',
    'Control and trust',
    'Anything else, and the full analysis',
  ])
  const asked = blocks.flatMap(block => {
    if (block.is === 'table') return block.rows.flatMap(row => row.cells.map(cell => cell.question.code))
    return block.is === 'question' ? [block.field.question.code] : []
  })
  expect(asked.toSorted()).toEqual(section.questions.map(({ code }) => code).toSorted())
})

test('what follows from an answer in a table stands below the table', () => {
  const { blocks } = blocksOf('ROSH')
  const after = blocks[blocks.findIndex(block => block.is === 'table') + 1]
  expect(after?.is === 'question' && after.field.question.code).toBe('R1.2.14.t')
})

test('licensed words are asked as they are, one by one', () => {
  const { blocks } = blocksOf('ROSH', ({ question }) => ({ question: { ...question, wording: 'licensed' } }))
  expect(blocks.some(block => block.is === 'table')).toBe(false)
})

test('an area of need is asked one question after the other, without headings', () => {
  expect(blocksOf('3').blocks.every(block => block.is === 'question')).toBe(true)
})
