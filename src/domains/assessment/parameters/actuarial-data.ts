import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { projectRoot } from '../../../platform/reference/index.ts'
import { dated } from '../../../platform/rules/index.ts'

/** Which data files score an assessment made on a day. A new load of coefficients or offences is a new entry. */
export const actuarialFiles = dated<{ readonly coefficients: string; readonly offenceMap: string }>(
  'assessment.actuarial-files',
  [
    {
      from: '1900-01-01',
      value: { coefficients: 'risk-coefficients.json', offenceMap: 'offence-actuarial-map.csv' },
      source: {
        kind: 'public-code',
        cite: 'ministryofjustice/hmpps-arns-risk-actuarial-api @1c6db24; ministryofjustice/oasys-cypress-test',
        note: 'One load of data is public. That it holds for assessments of every day is our assumption.',
      },
    },
  ],
)

/** One offence as the predictors group it; empty where a predictor has no group for it. */
export type OffenceGroup = {
  readonly code: string
  readonly ogrs3Group: string
  readonly category: string
  readonly snsv1Category: string
  readonly violentOrSexual: boolean
  readonly retired: boolean
}

export type PerSex<Value> = { readonly male: Value; readonly female: Value }
export type Json = { readonly [key: string]: unknown }

/** Coefficients as in the file, numbers for numbers; `version` changes with any byte of either file. */
export type ActuarialData = {
  readonly version: string
  readonly coefficients: { readonly generation1: Json; readonly generation2: Json }
  readonly offences: ReadonlyMap<string, OffenceGroup>
}

const loaded = new Map<string, ActuarialData>()

/** The data in force on the day, read once. Throws when a file is missing or not as expected, naming it. */
export function actuarialData(on: LocalDate): ActuarialData {
  const files = actuarialFiles.on(on).value
  const key = `${files.coefficients} ${files.offenceMap}`
  let data = loaded.get(key)
  if (!data) {
    data = load(files.coefficients, files.offenceMap)
    loaded.set(key, data)
  }
  return data
}

/** The text of the offence map in force on the day. */
export function offenceMapText(on: LocalDate): string {
  return textOf(actuarialFiles.on(on).value.offenceMap)
}

function load(coefficientsFile: string, offenceFile: string): ActuarialData {
  return actuarialDataOf(textOf(coefficientsFile), textOf(offenceFile))
}

/** Data from the text of the two files, for a dry run of a new load. Throws Error when a file is not as expected. */
export function actuarialDataOf(coefficientText: string, offenceText: string): ActuarialData {
  const coefficients = JSON.parse(coefficientText, (_, value: unknown) => numberIfNumeric(value)) as Json
  const { generation1, generation2 } = coefficients
  if (typeof generation1 !== 'object' || typeof generation2 !== 'object' || !generation1 || !generation2) {
    throw new Error('The coefficients file needs generation1 and generation2')
  }
  const rows = parse(offenceText, { columns: true, skip_empty_lines: true }) as readonly Record<string, string>[]
  if (rows.length === 0 || rows[0]?.category === undefined) throw new Error('The offence map needs code and category')
  const offences = new Map(rows.map(row => [row.code ?? '', groupOf(row)]))
  const version = createHash('sha256').update(coefficientText).update(offenceText).digest('hex').slice(0, 12)
  return { version, coefficients: { generation1: generation1 as Json, generation2: generation2 as Json }, offences }
}

function groupOf(row: Record<string, string>): OffenceGroup {
  return {
    code: row.code ?? '',
    ogrs3Group: row.ogrs3Group ?? '',
    category: row.category ?? '',
    snsv1Category: row.snsv1Category ?? '',
    violentOrSexual: row.g1ViolentOrSexualFlag === 'Y',
    retired: row.retired === 'Y',
  }
}

// The second generation's coefficients are written as text to keep every digit.
function numberIfNumeric(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(value) ? Number(value) : value
}

function textOf(file: string): string {
  return readFileSync(join(projectRoot(), 'src/domains/assessment/data', file), 'utf8')
}
