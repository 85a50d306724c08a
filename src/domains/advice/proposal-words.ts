import type { Reason } from '../../platform/rules/index.ts'
import { findingWords } from '../sentence/index.ts'
import { proposalOption } from './parameters/proposal-options.ts'

type Words = (data: Reason['data']) => string

/** A reason or flag of a proposal, a choice or a concordance in a sentence for staff. A finding of the law has the
 *  words of `sentence`. Throws RangeError for a code nobody has words for. */
export function proposalWords(why: Reason): string {
  const words = sentences[why.code]
  return words ? words(why.data) : findingWords(why)
}

const sentences: { readonly [code: string]: Words } = {
  'seriousness-not-known': () => 'How serious the offence is has not been recorded, so no frame can be given.',
  frame: ({ band, orders, besides }) =>
    `The frame for ${plain(band)} is ${either([...list(orders), ...list(besides)])} (an assumption until confirmed).`,
  'frame-has-no-order': ({ band }) => `At ${plain(band)} no community order or suspended sentence fits.`,
  'order-outside-frame': ({ family }) => `A ${plain(family)} lies outside the frame.`,
  'no-package-fits': ({ family }) => `No package of a ${plain(family)} fits what is known and available.`,
  'nothing-punitive-available': () => 'Nothing that punishes is available, so every package lacks it.',
  'weekly-hours-not-known': () => 'Whether the person has the hours in a week is not known.',
  'curfew-where-residence-is': () =>
    'The curfew and the residence must be at the same place: check it before the report is signed.',
  'wait-not-known': ({ option }) => `How long the wait is for ${optionName(option)} is not known.`,
  'must-have-left-out': ({ option }) => `${optionName(option)} should come first but is not in this package.`,
  'why-this': ({ option, needs, mustHave, role }) =>
    [
      `${optionName(option)}:`,
      list(mustHave).length > 0 ? 'comes first;' : '',
      list(needs).length > 0 ? `meets ${list(needs).map(plain).join(', ')}.` : `${roles[plain(role)] ?? ''}.`,
    ]
      .filter(part => part !== '')
      .join(' '),
  'combined-treatment': ({ treatments }) => `Combines ${list(treatments).map(plain).join(' and ')}.`,
  'left-unmet': ({ area }) => `Leaves ${plain(area)} unmet.`,
  'package-of-the-list': () => 'A package of the list was chosen.',
  override: ({ codes }) => `The author chose otherwise: ${list(codes).map(plain).join(', ')}.`,
  'no-requirement': () => 'Choose at least one requirement.',
  'option-not-known': ({ option }) =>
    `"${plain(option)}" is not an option for that requirement; choose one of the list.`,
  'past-the-law': ({ text, source }) =>
    `${plainText(text)} The law does not allow it${source === undefined ? '' : ` (${plainText(source)})`}; no override can.`,
  'law-not-settled': ({ text, questions }) =>
    `${plainText(text)} The law asks this first: ${list(questions).join(' ') || 'it is not answered'}`,
  'too-many-requirements-for-the-frame': ({ number, most }) =>
    `${plain(number)} requirements; the frame has room for ${plain(most)}.`,
  'amount-outside-frame': ({ option, amount, unit }) =>
    `${optionName(option)} of ${plain(amount)} ${plain(unit)} lies outside the frame.`,
  'override-needed': () => 'This is not a package of the list: say why you choose it.',
  'reason-needed': () => 'Choose at least one reason.',
  'reason-not-known': ({ code }) => `"${plain(code)}" is not a reason; choose one of the list.`,
  'text-too-short': ({ length, least }) => `Say more: ${plain(length)} characters of the least ${plain(least)}.`,
  'manager-needed': () => 'An order outside the frame needs a manager’s agreement.',
  'manager-is-the-author': () => 'The manager who agrees must not be the author.',
  'no-proposal': () => 'Nothing was proposed.',
  'no-sentence': () => 'There is no sentence yet.',
  'another-order': ({ proposed, sentenced }) =>
    `A ${plain(proposed)} was proposed; the court made ${plain(sentenced)}.`,
  'same-order': ({ family }) => `The same kind of order: a ${plain(family)}.`,
  'as-proposed': ({ kind }) => `${optionName(kind)}: as proposed.`,
  'another-length': ({ kind, proposed, sentenced }) =>
    `${optionName(kind)}: ${list(proposed).join(', ')} proposed, ${list(sentenced).join(', ')} made.`,
  'not-made': ({ kind }) => `${optionName(kind)}: proposed, not made.`,
  'added-by-court': ({ kind }) => `${optionName(kind)}: added by the court.`,
}

const roles: { readonly [role: string]: string } = {
  punishes: 'is what punishes',
  protects: 'protects',
  helps: 'helps',
}

function optionName(id: unknown): string {
  return proposalOption(plainText(id))?.name ?? plain(id)
}

function plain(value: unknown): string {
  return plainText(value).replaceAll('-', ' ')
}

function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'not known'
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(plainText) : []
}

function either(values: readonly string[]): string {
  return values.map(plain).join(' or ')
}
