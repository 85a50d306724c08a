import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojTimeline } from './moj-timeline.tsx'

agreesWithMacro('timeline', 'mojTimeline', MojTimeline, [
  {
    name: 'what happened',
    options: {
      headingLevel: 3,
      classes: 'c',
      attributes: { id: 't' },
      items: [
        {
          label: { text: 'Hearing' },
          text: 'Adjourned',
          datetime: { timestamp: 'today', type: 'none' },
          byline: { text: 'Ann' },
        },
        {
          label: { html: '<b>Order</b>' },
          html: '<p>Made</p>',
          datetime: { timestamp: 'later', type: 'none' },
          classes: 'd',
          attributes: { id: 'i' },
        },
      ],
    },
    ours: {
      headingLevel: 3,
      classes: 'c',
      attributes: { id: 't' },
      items: [
        {
          label: { text: 'Hearing' },
          text: 'Adjourned',
          datetime: { timestamp: 'today', text: 'today' },
          byline: { text: 'Ann' },
        },
        {
          label: { html: '<b>Order</b>' },
          html: '<p>Made</p>',
          datetime: { timestamp: 'later', text: 'later' },
          classes: 'd',
          attributes: { id: 'i' },
        },
      ],
    },
  },
])
