import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/store/index.ts'
import { frequencyPrior } from './parameters/frequency-prior.ts'
import type { Frequencies, FrequencyColumn, MatchModel } from './rules/match-model.ts'
import type { StandardRecord } from './rules/standardise-record.ts'

/** The row that holds the number of records with any value of the column. */
const totalRow = ''

const countedColumns = ['fullName', 'name1', 'name2', 'lastName', 'dob', 'pnc', 'cro'] as const

/** Counts again how many records hold each value. A nightly job, run as the worker; 100,000 records take seconds. */
export async function refreshFrequencies(tx: Tx): Promise<number> {
  await tx.run('DELETE FROM person.match_frequency')
  let kept = 0
  for (const column of countedColumns) {
    kept += await tx.run(
      `INSERT INTO person.match_frequency (field, value, records)
       SELECT $1, coalesce(value, ''), count(*)
         FROM (SELECT record ->> $1 AS value FROM person.match_record) AS held
        WHERE value <> '' GROUP BY GROUPING SETS ((value), ()) HAVING count(*) > 1`,
      [column],
    )
  }
  kept += await tx.run(
    `INSERT INTO person.match_frequency (field, value, records)
     SELECT 'postcode', coalesce(postcode, ''), count(DISTINCT person_id)
       FROM (SELECT person_id, jsonb_array_elements_text(record -> 'postcodes') AS postcode
               FROM person.match_record WHERE jsonb_typeof(record -> 'postcodes') = 'array') AS held
      GROUP BY GROUPING SETS ((postcode), ()) HAVING count(DISTINCT person_id) > 1`,
  )
  generation += 1
  return kept
}

type Cache = {
  readonly generation: number
  readonly asAt: LocalDate
  readonly counts: Map<string, number>
  readonly communal: Map<string, boolean>
}

/** Counts looked up lately: they change once a night. A value nobody else holds is kept as 1. */
const caches = new WeakMap<object, Cache>()
let generation = 0
const mostKept = 200_000

function cacheOf(database: object, asAt: LocalDate): Cache {
  const known = caches.get(database)
  if (known && known.generation === generation && known.asAt === asAt && known.counts.size <= mostKept) return known
  const fresh = { generation, asAt, counts: new Map(), communal: new Map() }
  caches.set(database, fresh)
  return fresh
}

/** How common the values of these records are, read on the matcher role and kept for the day for each database. Shares are drawn towards the model's own
 *  chance of agreement, so that a small service does not take every name for common (parameter person.frequency-prior).
 *  A value that was not counted yet counts as held by one record. */
export async function frequenciesFor(
  database: object,
  tx: Tx,
  records: readonly StandardRecord[],
  model: MatchModel,
  asAt: LocalDate,
): Promise<Frequencies> {
  const cache = cacheOf(database, asAt)
  const { counts, communal } = cache
  const wanted = new Map<string, { readonly field: FrequencyColumn; readonly value: string }>()
  const want = (field: FrequencyColumn, value: string | null) => {
    if (value !== null && !counts.has(`${field}|${value}`)) wanted.set(`${field}|${value}`, { field, value })
  }
  for (const column of [...countedColumns, 'postcode'] as const) want(column, totalRow)
  for (const record of records) {
    for (const column of countedColumns) want(column, record[column])
    for (const pnc of record.pncs) want('pnc', pnc)
    for (const cro of record.cros) want('cro', cro)
    for (const postcode of record.postcodes ?? []) want('postcode', postcode)
  }
  if (wanted.size > 0) await readCounts(tx, [...wanted.values()], cache)

  const { weight, postcode: postcodePrior } = frequencyPrior.on(asAt).value
  return {
    of: (column, value) => {
      const prior = column === 'postcode' ? postcodePrior : model.exactU[column]
      const total = counts.get(`${column}|${totalRow}`) ?? 0
      return ((counts.get(`${column}|${value}`) ?? 1) + weight * prior) / (total + weight)
    },
    communal: postcode => communal.get(postcode) ?? false,
  }
}

async function readCounts(
  tx: Tx,
  wanted: readonly { readonly field: FrequencyColumn; readonly value: string }[],
  { counts, communal, asAt }: Cache,
): Promise<void> {
  const rows = await tx.rows<{ field: string; value: string; records: number }>(
    `SELECT f.field, f.value, f.records
       FROM unnest($1::text[], $2::text[]) AS wanted (field, value)
       JOIN person.match_frequency f ON f.field = wanted.field AND f.value = wanted.value`,
    [wanted.map(one => one.field), wanted.map(one => one.value)],
  )
  for (const { field, value } of wanted) counts.set(`${field}|${value}`, value === totalRow ? 0 : 1)
  for (const { field, value, records } of rows) counts.set(`${field}|${value}`, records)

  const postcodes = wanted.filter(one => one.field === 'postcode' && one.value !== totalRow).map(one => one.value)
  if (postcodes.length === 0) return
  const shared = await tx.rows<{ postcode: string }>(
    `SELECT postcode FROM person.communal_postcode
      WHERE postcode = ANY ($1) AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
    [postcodes, asAt],
  )
  for (const postcode of postcodes) communal.set(postcode, false)
  for (const { postcode } of shared) communal.set(postcode, true)
}
