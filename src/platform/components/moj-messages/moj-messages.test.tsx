import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojMessages } from './moj-messages.tsx'

agreesWithMacro('messages', 'mojMessages', MojMessages, [
  {
    name: 'a talk over two days',
    options: {
      classes: 'c',
      attributes: { 'data-x': 'y' },
      items: [
        { id: '1', type: 'sent', sender: 'Ann', text: 'Hello', timestamp: '1 May 2027|9am' },
        { type: 'received', sender: 'Bob', html: '<b>Hi</b>', timestamp: '1 May 2027|10am' },
        { type: 'sent', sender: 'Ann', text: 'Again', timestamp: '2 May 2027|9am' },
      ],
    },
    ours: {
      classes: 'c',
      attributes: { 'data-x': 'y' },
      items: [
        { id: '1', type: 'sent', sender: 'Ann', text: 'Hello', day: '1 May 2027', time: '9am' },
        { type: 'received', sender: 'Bob', html: '<b>Hi</b>', day: '1 May 2027', time: '10am' },
        { type: 'sent', sender: 'Ann', text: 'Again', day: '2 May 2027', time: '9am' },
      ],
    },
  },
])
