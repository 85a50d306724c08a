import type { Sex } from './model.ts'

/** Staff English for the codes of this domain. */
export const sexWords: Readonly<Record<Sex, string>> = {
  male: 'Male',
  female: 'Female',
  'not-known': 'Not known',
  'not-specified': 'Not specified',
}

const sources: Readonly<Record<string, string>> = {
  COMMON_PLATFORM: 'Common Platform',
  LIBRA: 'Libra list',
  SPI: 'Court results message',
  STAFF: 'Staff',
}

const addressKinds: Readonly<Record<string, string>> = {
  main: 'Main address',
  other: 'Other address',
  previous: 'Previous address',
  bail: 'Bail address',
  'no-fixed-abode': 'No fixed abode',
}

const contactKinds: Readonly<Record<string, string>> = {
  home: 'Home phone',
  mobile: 'Mobile phone',
  work: 'Work phone',
  email: 'Email',
}

const nameKinds: Readonly<Record<string, string>> = {
  alias: 'Alias',
  former: 'Former name',
  'as-known': 'Known as',
}

const refusals: Readonly<Record<string, string>> = {
  format: 'it does not have the form of such a number',
  length: 'it has too few or too many characters',
  year: 'its year cannot be right',
  check: 'its check letter does not fit the number',
}

export const sourceText = (code: string) => sources[code] ?? code
export const addressKindText = (code: string) => addressKinds[code] ?? code
export const contactKindText = (code: string) => contactKinds[code] ?? code
export const nameKindText = (code: string) => nameKinds[code] ?? code
export const refusalText = (code: string) => refusals[code] ?? `of the rule “${code}”`

/** Each kind of a set as a choice in a form. */
export const addressKindChoices = Object.entries(addressKinds).map(([value, text]) => ({ value, text }))
export const contactKindChoices = Object.entries(contactKinds).map(([value, text]) => ({ value, text }))
export const nameKindChoices = Object.entries(nameKinds).map(([value, text]) => ({ value, text }))
