import {
  type Instant,
  instant,
  isLocalDate,
  type LocalDate,
  londonDay,
  londonTime,
} from '../../../platform/calendar/index.ts'
import type { ReadingNote, Session } from '../model.ts'
import { Refusal } from './refusal.ts'

export type JsonObject = { readonly [key: string]: unknown }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads named fields of one object, knowing where in the message it stands, and gathers notes. Absent, null and
 *  blank are all undefined unless a method says otherwise. Required fields raise a Refusal naming the path. */
export class Fields {
  readonly path: string
  readonly notes: ReadingNote[]
  readonly #object: JsonObject

  constructor(object: JsonObject, path: string, notes: ReadingNote[]) {
    this.#object = object
    this.path = path
    this.notes = notes
  }

  at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#object, key)
  }

  raw(key: string): unknown {
    return this.has(key) ? this.#object[key] : undefined
  }

  note(key: string, code: string, detail: string): void {
    this.notes.push({ field: this.at(key), code, detail })
  }

  text(key: string): string | undefined {
    const value = this.raw(key)
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new Refusal(this.at(key), 'must be text', `Send ${key} as text`)
    }
    return storable(String(value), this.at(key), this.notes) || undefined
  }

  /** Undefined when the key is absent, null when it is there but empty: they mean different things in a re-sent case. */
  givenText(key: string): string | null | undefined {
    return this.has(key) ? (this.text(key) ?? null) : undefined
  }

  requiredText(key: string): string {
    return this.text(key) ?? this.missing(key)
  }

  missing(key: string): never {
    throw new Refusal(this.at(key), 'is missing or empty', `Send ${this.at(key)}`)
  }

  /** Text that must be one of a list when it is given at all. */
  oneOf<Value extends string>(key: string, values: readonly Value[]): Value | undefined {
    const value = this.text(key)
    if (value === undefined) return undefined
    const found = values.find(candidate => candidate === value)
    if (!found) throw new Refusal(this.at(key), `is ${shown(value)}`, `Send one of ${values.join(', ')}`)
    return found
  }

  count(key: string): number | undefined {
    const value = this.raw(key)
    if (value === undefined || value === null) return undefined
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value.trim()) ? Number(value) : value
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > 999_999_999) {
      throw new Refusal(this.at(key), `is ${shown(String(value))}`, 'Send a whole number, 0 or more')
    }
    return number
  }

  flag(key: string): boolean | undefined {
    const value = this.raw(key)
    if (value === true || value === 'true') return true
    return value === false || value === 'false' ? false : undefined
  }

  /** A day that may be wrong without losing the message: then it is noted and left out. */
  day(key: string): LocalDate | undefined {
    const given = this.text(key)
    if (given === undefined) return undefined
    const day = readDay(given)
    if (!day) this.note(key, 'date-not-real', `${this.at(key)} is ${shown(given)}, which is not a date`)
    return day
  }

  requiredDay(key: string): LocalDate {
    const given = this.requiredText(key)
    const day = readDay(given)
    if (!day) throw new Refusal(this.at(key), `is ${shown(given)}, not a date`, 'Send a real date such as 2026-11-21')
    return day
  }

  object(key: string): Fields | undefined {
    const value = this.raw(key)
    if (value === undefined || value === null) return undefined
    if (!isObject(value)) throw new Refusal(this.at(key), 'must be an object', `Send ${this.at(key)} as an object`)
    return new Fields(value, this.at(key), this.notes)
  }

  requiredObject(key: string): Fields {
    return this.object(key) ?? this.missing(key)
  }

  list(key: string): readonly unknown[] {
    const value = this.raw(key)
    if (value === undefined || value === null) return []
    if (!Array.isArray(value)) throw new Refusal(this.at(key), 'must be a list', `Send ${this.at(key)} as a list`)
    return value
  }

  objects(key: string): readonly Fields[] {
    return this.list(key).map((item, index) => {
      const path = `${this.at(key)}[${index}]`
      if (!isObject(item)) throw new Refusal(path, 'must be an object', `Send ${path} as an object`)
      return new Fields(item, path, this.notes)
    })
  }

  requiredObjects(key: string): readonly Fields[] {
    const items = this.objects(key)
    if (items.length === 0) throw new Refusal(this.at(key), 'is empty', `Send at least one entry in ${this.at(key)}`)
    return items
  }

  /** The object with only keys outside `known`, or undefined when there are none. */
  unknown(known: readonly string[]): JsonObject | undefined {
    const rest = Object.entries(this.#object).filter(([key]) => !known.includes(key))
    return rest.length === 0 ? undefined : (storableJson(Object.fromEntries(rest), this.path, this.notes) as JsonObject)
  }
}

function storableJson(value: unknown, field: string, notes: ReadingNote[]): unknown {
  if (typeof value === 'string') return storable(value, field, notes)
  if (Array.isArray(value)) return value.map(item => storableJson(item, field, notes))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [storable(key, field, notes), storableJson(held, field, notes)]),
  )
}

/** Text as the database can hold it: no null characters, no half surrogates, no space around it. */
export function storable(text: string, field: string, notes: ReadingNote[]): string {
  if (!/[\0\ud800-\udfff]/.test(text)) return text.trim()
  const clean = text
    .replaceAll('\0', '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  if (clean !== text) {
    notes.push({ field, code: 'characters-removed', detail: `${field} held characters that cannot be stored` })
  }
  return clean.trim()
}

/** A day written 2026-11-21, 21/11/2026, or the day of a time such as 2026-11-21T09:00:00Z; undefined when not real. */
export function readDay(text: string): LocalDate | undefined {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const day = british ? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : text
  if (isLocalDate(day)) return day
  return text.includes('T') ? readMoment(text)?.date : undefined
}

export type Moment = { readonly date: LocalDate; readonly time: string }
const momentForm =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?(?:\[[^\]]*\])?$/

/** Day and time on the London clock of an ISO time. A time without zone is already London time. */
export function readMoment(text: string): Moment | undefined {
  const match = momentForm.exec(text)
  if (!match || !isLocalDate(match[1])) return undefined
  if (match[4] === undefined) return { date: match[1], time: `${match[2]}:${match[3]}` }
  const at = readInstant(text)
  return at && { date: londonDay(at), time: londonTime(at) }
}

/** An ISO time with its zone (Z, an offset, perhaps followed by [UTC]) as a moment in UTC. */
export function readInstant(text: string): Instant | undefined {
  const match = momentForm.exec(text)
  if (!match || !isLocalDate(match[1]) || match[4] === undefined) return undefined
  const moment = Date.parse(text.replace(/\[[^\]]*\]$/, '').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return Number.isNaN(moment) || moment < -62_135_596_800_000 || moment > 253_402_214_400_000
    ? undefined
    : instant(moment)
}

/** A clock time 9:00, 09:00 or 09:00:00 as HH:MM. */
export function readClock(text: string | undefined): string | undefined {
  const match = text === undefined ? null : /^(\d{1,2}):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?$/.exec(text)
  return match && Number(match[1]) < 24 ? `${match[1]!.padStart(2, '0')}:${match[2]}` : undefined
}

/** Morning when it starts before noon (court specification, section 3). */
export function sessionOf(time: string | undefined): Session | undefined {
  if (time === undefined) return undefined
  return time < '12:00' ? 'MORNING' : 'AFTERNOON'
}

/** A given value inside a message to people: short, in quotes. */
export function shown(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
}
