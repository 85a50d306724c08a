import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type IdentifierReading, readCro, readPnc } from './identifiers.ts'
import type { SourceRecord } from './standardise-record.ts'

/** A source record with its PNC and CRO numbers checked for matching: valid ones canonical; refused ones, set out as
 *  they were read, under `rejectedNumbers`, where they can only ever be "one edit away". Placeholders are dropped
 *  later, by the model. */
export function withCheckedNumbers<Source extends SourceRecord>(record: Source, asAt: LocalDate): Source {
  const pncs = (record.pncs ?? []).map(pnc => readPnc(pnc, asAt))
  const cros = (record.cros ?? []).map(cro => readCro(cro, asAt))
  return {
    ...record,
    pncs: canonicalOf(pncs),
    cros: canonicalOf(cros),
    rejectedNumbers: [...pncs, ...cros].flatMap(read => (read.valid || read.asRead === null ? [] : [read.asRead])),
  }
}

function canonicalOf(readings: readonly IdentifierReading[]): readonly string[] {
  return readings.flatMap(read => read.canonical ?? [])
}
