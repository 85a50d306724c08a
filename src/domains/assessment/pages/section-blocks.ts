import type { Section } from '../questions/question.ts'
import { confirmationTitles } from '../rules/confirmation-groups.ts'
import type { FieldView } from './section.view.ts'

/** What stands on the page of a section, from top to bottom: a heading over what follows, one question, or a table that
 *  asks the same of many things, such as "now" and "before". */
export type Block =
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'question'; readonly field: FieldView }
  | { readonly is: 'table'; readonly name: string; readonly columns: readonly string[]; readonly rows: readonly Row[] }

type Row = { readonly name: string; readonly cells: readonly FieldView[] }

/** The questions of a section in the order in which they are asked. Neighbours with a place in a table are put into one;
 *  a question that follows from an answer in the table stands below it. Licensed words are never broken up into rows and
 *  columns. The screening has a heading over each of its groups. */
export function sectionBlocks(section: Section, fields: readonly FieldView[]): readonly Block[] {
  const blocks: Block[] = []
  const headed = section.kind === 'harm-screening'
  let group: string | null = null
  for (let at = 0; at < fields.length; ) {
    const { question } = fields[at]!
    if (headed && question.riskCritical !== group) {
      group = question.riskCritical
      const text = group === null ? undefined : confirmationTitles.get(group)
      if (text) blocks.push({ is: 'heading', text })
    }
    const run = tableRun(fields.slice(at))
    if (run.inTable.length > 1) {
      const name = confirmationTitles.get(group ?? '') ?? section.title
      blocks.push(tableOf(name, run.inTable), ...run.below.map(field => ({ is: 'question', field }) as const))
      at += run.inTable.length + run.below.length
    } else {
      blocks.push({ is: 'question', field: fields[at]! })
      at += 1
    }
  }
  return blocks
}

function tableRun(fields: readonly FieldView[]) {
  const inTable: FieldView[] = []
  const below: FieldView[] = []
  const columns = new Set<string>()
  for (const field of fields) {
    const place = placeOf(field)
    if (place && (columns.size < 2 || columns.has(place.column))) {
      columns.add(place.column)
      inTable.push(field)
    } else if (field.when && inTable.some(one => one.question.code === field.when?.question)) {
      below.push(field)
    } else break
  }
  return { inTable, below }
}

function tableOf(name: string, fields: readonly FieldView[]): Block {
  const columns = [...new Set(fields.map(field => placeOf(field)?.column ?? ''))]
  const names = [...new Set(fields.map(field => placeOf(field)?.row ?? ''))]
  const rows = names.map(row => ({ name: row, cells: fields.filter(field => placeOf(field)?.row === row) }))
  return { is: 'table', name, columns, rows }
}

function placeOf({ question }: FieldView) {
  return question.wording === 'ours' ? question.inTable : null
}
