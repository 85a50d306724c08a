import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojSearch } from './moj-search.tsx'

agreesWithMacro('search', 'mojSearch', MojSearch, [
  {
    name: 'a field and a button',
    options: {
      action: '/search',
      label: { text: 'Find a person' },
      hint: { text: 'Name, date of birth or CRN' },
      input: { id: 'q', name: 'q', value: 'Smyth "x"', classes: 'w' },
      button: { text: 'Search', classes: 'b' },
      classes: 'c',
      attributes: { id: 's' },
    },
  },
  {
    name: 'one above the other, sent by post',
    options: {
      action: '/search',
      method: 'post',
      layout: 'stacked',
      iconButton: true,
      csrf: { value: 'abc' },
      label: { html: '<b>Find</b>', classes: 'l' },
      input: { id: 'q', errorMessage: { text: 'Enter a name' } },
      button: { html: '<b>Go</b>', preventDoubleClick: true },
    },
  },
  {
    name: 'a magnifying glass',
    options: { action: '/s', iconButton: true, label: { text: 'Find' }, input: { id: 'q' }, button: { text: 'Go' } },
  },
])
