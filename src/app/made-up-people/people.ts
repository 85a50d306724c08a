import { dateOf, daysInMonth, type LocalDate } from '../../platform/calendar/index.ts'
import {
  type Culture,
  cultureShares,
  forenamesOf,
  middleNames,
  outcodes,
  streetKinds,
  streets,
  surnamesOf,
} from './names.ts'
import { type Random, randomFrom } from './random.ts'

/** A made-up person: enough to be listed at court, found by search and matched. */
export type MadeUpPerson = {
  readonly firstName: string
  readonly middleNames: string | null
  readonly lastName: string
  readonly dateOfBirth: LocalDate
  readonly sex: 'male' | 'female'
  readonly addressLine: string
  readonly postcode: string
  /** With a right check letter, so that it is used in matching. */
  readonly pnc: string | null
  readonly cro: string | null
}

/** People without end; the same seed gives the same people. `today` bounds ages to 18 to 80. */
export function* madeUpPeople(seed: number, today: LocalDate): Generator<MadeUpPerson, never> {
  const random = randomFrom(seed)
  const thisYear = Number(today.slice(0, 4))
  for (;;) yield madeUpPerson(random, thisYear)
}

function madeUpPerson(random: Random, thisYear: number): MadeUpPerson {
  const culture = drawCulture(random)
  const sex = random.chance(0.85) ? 'male' : 'female'
  const surname = random.pickUneven(surnamesOf(culture))
  const firstName = random.pickUneven(forenamesOf(culture, sex))
  const year = thisYear - 19 - Math.floor(random.next() * random.next() * 60)
  const month = random.whole(1, 12)
  const since = random.whole(Math.max(1972, year + 11), thisYear - 1)
  return {
    firstName,
    middleNames: random.chance(0.55) ? anotherName(random, middleNames[sex], firstName) : null,
    lastName: random.chance(0.02) ? `${surname}-${random.pickUneven(surnamesOf('english'))}` : surname,
    dateOfBirth: dateOf(year, month, random.whole(1, daysInMonth(year, month))),
    sex,
    addressLine: `${random.whole(1, 240)} ${random.pick(streets)} ${random.pick(streetKinds)}`,
    postcode: `${random.pick(outcodes)} ${random.whole(1, 9)}${letter(random)}${letter(random)}`,
    pnc: random.chance(0.8) ? pncOf(since, random.whole(1000, 9_999_999)) : null,
    cro: random.chance(0.6) ? croOf(since, random.whole(1000, 999_999)) : null,
  }
}

/** One slip of the keyboard, as court names come: a letter doubled, dropped, swapped with the next or replaced. */
export function mistyped(random: Random, text: string): string {
  if (text.length < 3) return text
  const at = random.whole(1, text.length - 2)
  switch (random.whole(0, 3)) {
    case 0:
      return text.slice(0, at) + text[at] + text.slice(at)
    case 1:
      return text.slice(0, at) + text.slice(at + 1)
    case 2:
      return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
    default:
      return text.slice(0, at) + random.pick('aeiourstln'.split('')) + text.slice(at + 1)
  }
}

function drawCulture(random: Random): Culture {
  let place = random.next() * cultureShares.reduce((sum, [, share]) => sum + share, 0)
  for (const [culture, share] of cultureShares) {
    place -= share
    if (place < 0) return culture
  }
  return 'english'
}

const checkLetters = 'ZABCDEFGHJKLMNPQRTUVWXY'
const letter = (random: Random) => random.pick('ABDEFGHJLNPQRSTUWXYZ'.split(''))

/** court.md section 5: letter[(YY * 10^7 + serial) mod 23]. */
function pncOf(year: number, serial: number): string {
  return `${year}/${String(serial).padStart(7, '0')}${checkLetters[((year % 100) * 10_000_000 + serial) % 23]}`
}

/** court.md section 5: letter[(YY * 10^6 + serial) mod 23]. */
function croOf(year: number, serial: number): string {
  const yy = year % 100
  return `${String(serial).padStart(6, '0')}/${String(yy).padStart(2, '0')}${checkLetters[(yy * 1_000_000 + serial) % 23]}`
}

function anotherName(random: Random, names: readonly string[], taken: string): string {
  const name = random.pickUneven(names)
  return name === taken ? names[(names.indexOf(name) + 1) % names.length]! : name
}
