import { agreesWithMacro } from '../oracle/moj-macro.ts'
import { MojDatePicker } from './moj-date-picker.tsx'

agreesWithMacro('date-picker', 'mojDatePicker', MojDatePicker, [
  { name: 'a date', options: { id: 'd', name: 'd', label: { text: 'Date' } } },
  {
    name: 'a date within limits, in error',
    options: {
      id: 'd',
      name: 'date',
      label: { text: 'Date', classes: 'l' },
      hint: { text: 'For example, 17/5/2027' },
      errorMessage: { text: 'Enter a date' },
      value: '1/5/2027',
      classes: 'c',
      minDate: '1/5/2027',
      maxDate: '9/5/2027',
      excludedDates: '3/5/2027',
      excludedDays: 'saturday sunday',
      leadingZeros: true,
      weekStartDay: 'monday',
      formGroup: { classes: 'g' },
      attributes: { 'data-a': 'b' },
    },
  },
])
