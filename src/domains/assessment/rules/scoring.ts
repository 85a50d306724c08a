import { type LocalDate, parts } from '../../../platform/calendar/index.ts'
import type { Band, Contribution } from '../model.ts'

/** Lower bounds of the bands above low, inclusive. */
export type BandBounds = { readonly MEDIUM: number; readonly HIGH: number; readonly VERY_HIGH?: number }

/** Collects the addends of a linear score; what adds nothing is left out. */
export class Tally {
  readonly contributions: Contribution[] = []
  linear = 0

  add(feature: string, value: number): void {
    if (value === 0) return
    this.contributions.push({ feature, value })
    this.linear += value
  }
}

export function logistic(linear: number): number {
  return 1 / (1 + Math.exp(-linear))
}

/** Half up on the exact value, which `toFixed` works with. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

/** Per cent with two decimals, never shown as 100. */
export function percentOf(probability: number): number {
  return Math.min(rounded(probability * 100, 2), 99.99)
}

/** A whole per cent from 1 to 99. */
export function wholePercentOf(probability: number): number {
  return Math.min(Math.max(rounded(probability * 100, 0), 1), 99)
}

/** Adds percentages of two decimals without the drift of binary fractions. */
export function sumOfPercents(percents: readonly number[]): number {
  return percents.reduce((sum, percent) => sum + Math.round(percent * 100), 0) / 100
}

export function bandOf(value: number, bounds: BandBounds): Band {
  if (bounds.VERY_HIGH !== undefined && value >= bounds.VERY_HIGH) return 'very-high'
  if (value >= bounds.HIGH) return 'high'
  return value >= bounds.MEDIUM ? 'medium' : 'low'
}

/** Completed months from one day to another, negative when `to` comes first. */
export function completedMonths(from: LocalDate, to: LocalDate): number {
  const a = parts(from)
  const b = parts(to)
  const months = (b.year - a.year) * 12 + b.month - a.month
  if (months > 0 && b.day < a.day) return months - 1
  return months < 0 && b.day > a.day ? months + 1 : months
}

/** a1*x + a2*x^2 + ... */
export function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  let power = 1
  for (const coefficient of coefficients) {
    power *= x
    sum += coefficient * power
  }
  return sum
}
