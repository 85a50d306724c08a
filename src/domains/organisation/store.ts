import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/store/index.ts'
import type { Court, DeliveryUnit, Provider, Region, Team } from './model.ts'

const courtColumns = `code, kind, name, area, psa_code AS "psaCode", active`
const onDay = (table: string, day: string) =>
  `${table}.valid_from <= ${day} AND (${table}.valid_to IS NULL OR ${table}.valid_to >= ${day})`

/** Courts whose lists are taken in on the day, by name. */
export function activeCourts(tx: Tx, day: LocalDate): Promise<readonly Court[]> {
  return tx.rows<Court>(
    `SELECT ${courtColumns} FROM organisation.court WHERE active AND ${onDay('court', '$1')} ORDER BY name, code`,
    [day],
  )
}

/** Every court of the day, active or not, by name. */
export function allCourts(tx: Tx, day: LocalDate): Promise<readonly Court[]> {
  return tx.rows<Court>(
    `SELECT ${courtColumns} FROM organisation.court WHERE ${onDay('court', '$1')} ORDER BY name, code`,
    [day],
  )
}

/** The court of an organisation unit code: five characters, or longer with the room after them. */
export function courtByCode(tx: Tx, code: string, day: LocalDate): Promise<Court | undefined> {
  return tx.maybe<Court>(`SELECT ${courtColumns} FROM organisation.court WHERE code = $1 AND ${onDay('court', '$2')}`, [
    code.slice(0, 5).toUpperCase(),
    day,
  ])
}

/** The courts of a petty sessions area, active ones first. */
export function courtsByPsaCode(tx: Tx, psaCode: string, day: LocalDate): Promise<readonly Court[]> {
  return tx.rows<Court>(
    `SELECT ${courtColumns} FROM organisation.court WHERE psa_code = $1 AND ${onDay('court', '$2')}
      ORDER BY active DESC, code`,
    [psaCode, day],
  )
}

export function regions(tx: Tx, day: LocalDate): Promise<readonly Region[]> {
  return tx.rows<Region>(`SELECT code, name FROM organisation.region WHERE ${onDay('region', '$1')} ORDER BY name`, [
    day,
  ])
}

export function deliveryUnitsOf(tx: Tx, regionCode: string, day: LocalDate): Promise<readonly DeliveryUnit[]> {
  return tx.rows<DeliveryUnit>(
    `SELECT code, name, region_code AS "regionCode" FROM organisation.delivery_unit
      WHERE region_code = $1 AND ${onDay('delivery_unit', '$2')} ORDER BY name`,
    [regionCode, day],
  )
}

const teamQuery = (where: string) => `
  SELECT team.code, team.name, team.delivery_unit_code AS "deliveryUnitCode", team.provider_code AS "providerCode",
         delivery_unit.region_code AS "regionCode"
    FROM organisation.team
    LEFT JOIN organisation.delivery_unit
      ON delivery_unit.code = team.delivery_unit_code AND ${onDay('delivery_unit', '$2')}
   WHERE ${where} AND ${onDay('team', '$2')}
   ORDER BY team.name`

/** The teams of a region. */
export function teamsOf(tx: Tx, regionCode: string, day: LocalDate): Promise<readonly Team[]> {
  return tx.rows<Team>(teamQuery('delivery_unit.region_code = $1'), [regionCode, day])
}

export function teamByCode(tx: Tx, code: string, day: LocalDate): Promise<Team | undefined> {
  return tx.maybe<Team>(teamQuery('team.code = $1'), [code, day])
}

export function providerByCode(tx: Tx, code: string, day: LocalDate): Promise<Provider | undefined> {
  return tx.maybe<Provider>(
    `SELECT code, name, private FROM organisation.provider WHERE code = $1 AND ${onDay('provider', '$2')}`,
    [code, day],
  )
}
