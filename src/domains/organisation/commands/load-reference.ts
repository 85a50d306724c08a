import type { LocalDate } from '../../../platform/calendar/index.ts'
import { readReference } from '../../../platform/reference/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { fromTheStart } from '../model.ts'

export type LoadedReference = { readonly courts: number; readonly regions: number }

/** Adds the courts and regions of this domain's reference folder (courts.csv, probation-regions.csv) that are not there yet; running it
 *  again changes nothing, so that an edited row keeps its edit. Throws, naming the file and row, on an unusable row. */
export async function loadReference(tx: Tx): Promise<LoadedReference> {
  const courts = rowsOf('courts.csv', ['ou_code', 'kind', 'name', 'area', 'probation_service_list'])
  const regions = rowsOf('probation-regions.csv', ['code', 'name'])
  return {
    courts: await tx.run(
      `INSERT INTO organisation.court (code, kind, name, area, psa_code, active, valid_from)
       SELECT code, kind, name, area, nullif(psa_code, ''), active, $7
         FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[])
           AS given (code, kind, name, area, psa_code, active)
        WHERE NOT EXISTS (SELECT FROM organisation.court WHERE court.code = given.code)`,
      [
        courts.map(row => row.ou_code!),
        courts.map(row => row.kind!.toLowerCase()),
        courts.map(row => row.name!),
        courts.map(row => row.area!),
        courts.map(row => row.psa_code ?? ''),
        courts.map(row => row.probation_service_list === '1'),
        fromTheStart,
      ],
    ),
    regions: await tx.run(
      `INSERT INTO organisation.region (code, name, valid_from)
       SELECT code, name, $3 FROM unnest($1::text[], $2::text[]) AS given (code, name)
        WHERE NOT EXISTS (SELECT FROM organisation.region WHERE region.code = given.code)`,
      [regions.map(row => row.code!), regions.map(row => row.name!), fromTheStart],
    ),
  }
}

/** A unit of the organisation as a deployer or the demonstration describes it. */
export type Structure = {
  readonly regions?: readonly { readonly code: string; readonly name: string }[]
  readonly providers: readonly { readonly code: string; readonly name: string; readonly private: boolean }[]
  readonly deliveryUnits: readonly { readonly code: string; readonly name: string; readonly regionCode: string }[]
  readonly teams: readonly {
    readonly code: string
    readonly name: string
    readonly deliveryUnitCode: string
    readonly providerCode: string
  }[]
}

/** Adds regions, providers, delivery units and teams that are not there yet, from `from` on. */
export async function loadStructure(tx: Tx, structure: Structure, from: LocalDate = fromTheStart): Promise<void> {
  for (const { code, name } of structure.regions ?? []) {
    await tx.run(
      `INSERT INTO organisation.region (code, name, valid_from)
       SELECT $1::text, $2, $3 WHERE NOT EXISTS (SELECT FROM organisation.region WHERE code = $1)`,
      [code, name, from],
    )
  }
  for (const { code, name, private: contracted } of structure.providers) {
    await tx.run(
      `INSERT INTO organisation.provider (code, name, private, valid_from)
       SELECT $1::text, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM organisation.provider WHERE code = $1)`,
      [code, name, contracted, from],
    )
  }
  for (const { code, name, regionCode } of structure.deliveryUnits) {
    await tx.run(
      `INSERT INTO organisation.delivery_unit (code, name, region_code, valid_from)
       SELECT $1::text, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM organisation.delivery_unit WHERE code = $1)`,
      [code, name, regionCode, from],
    )
  }
  for (const { code, name, deliveryUnitCode, providerCode } of structure.teams) {
    await tx.run(
      `INSERT INTO organisation.team (code, name, delivery_unit_code, provider_code, valid_from)
       SELECT $1::text, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT FROM organisation.team WHERE code = $1)`,
      [code, name, deliveryUnitCode, providerCode, from],
    )
  }
}

function rowsOf(file: string, needed: readonly string[]): ReturnType<typeof readReference> {
  const rows = readReference('organisation', file)
  rows.forEach((row, index) => {
    const missing = needed.find(column => !row[column])
    if (missing) throw new Error(`${file} row ${index + 2}: ${missing} is missing`)
  })
  return rows
}
