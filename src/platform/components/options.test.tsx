import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import {
  Input,
  type InputProps,
  type LabelOptions,
  type SummaryRow,
  Table,
  type TableCell,
  Tag,
  type TagProps,
} from './index.ts'

/** True only while the options are a closed list of names, so that a mis-spelt one does not compile. */
type Closed<Options> = 'no-such-option' extends keyof Options ? never : true

test('the options of a component are a closed list, inner ones too, so that a mis-spelt one does not compile', () => {
  const closed: [Closed<TagProps>, Closed<InputProps>, Closed<LabelOptions>, Closed<SummaryRow>, Closed<TableCell>] = [
    true,
    true,
    true,
    true,
    true,
  ]
  expect(closed).not.toContain(false)
})

test('an option that says nothing changes nothing', () => {
  const plain = renderToString(<Input name="a" label={{ text: 'A' }} />)
  expect(renderToString(<Input name="a" label={{ text: 'A' }} hint={undefined} errorMessage={false} />)).toBe(plain)
})

test('zero is shown: it is a count and not an absence', () => {
  expect(renderToString(<Table rows={[[{ text: 0 }]]} />)).toContain('<td class="govuk-table__cell">0</td>')
  expect(renderToString(<Tag text={0} />)).toContain('>0</strong>')
})

test('attributes follow HTML: true is the bare name, false is nothing, data and aria say the word', () => {
  const html = renderToString(
    <Tag attributes={{ hidden: true, title: undefined, 'data-on': false, 'aria-busy': true }} />,
  )
  expect(html).toBe('<strong class="govuk-tag" hidden data-on="false" aria-busy="true"></strong>')
})
