import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { MojScrollablePane } from './moj-scrollable-pane.tsx'

test('what scrolls has a name and can be reached by keyboard', () => {
  expect(renderToString(<MojScrollablePane label="Case list">x</MojScrollablePane>)).toBe(
    '<section class="moj-scrollable-pane" aria-label="Case list" tabindex="0">x</section>',
  )
})
