import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import type { Area, CatalogueEntry, DeliveredOption, DeliveryCatalogue, Pathway } from '../delivery.ts'
import { entriesOfArea } from '../rules/coverage.ts'

/** Regions that have delivery units, each followed by its units, by name. */
export async function areasOn(tx: Tx, day: LocalDate): Promise<readonly Area[]> {
  return tx.rows<Area>(
    `SELECT code, name, kind, region_code AS "regionCode" FROM (
       SELECT code, name, 'region' AS kind, code AS region_code, name AS region_name
         FROM organisation.region
        WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
          AND EXISTS (SELECT FROM organisation.delivery_unit unit WHERE unit.region_code = region.code
                         AND unit.valid_from <= $1 AND (unit.valid_to IS NULL OR unit.valid_to >= $1))
       UNION ALL
       SELECT unit.code, unit.name, 'delivery-unit', unit.region_code, coalesce(region.name, unit.region_code)
         FROM organisation.delivery_unit unit
         LEFT JOIN organisation.region ON region.code = unit.region_code
              AND region.valid_from <= $1 AND (region.valid_to IS NULL OR region.valid_to >= $1)
        WHERE unit.valid_from <= $1 AND (unit.valid_to IS NULL OR unit.valid_to >= $1)
     ) area ORDER BY region_name, region_code, kind DESC, name, code`,
    [day],
  )
}

/** The area of a code, undefined where there is none on the day. */
export async function areaByCode(tx: Tx, code: string, day: LocalDate): Promise<Area | undefined> {
  return (await areasOn(tx, day)).find(one => one.code === code)
}

const entryColumns = `
  entry.delivery_id AS "deliveryId", entry.version, entry.area_code AS "areaCode", entry.option, entry.runs,
  entry.provider, entry.place, entry.next_start_on AS "nextStartOn", entry.wait_weeks AS "waitWeeks",
  entry.hours_a_week AS "hoursAWeek", entry.times, entry.activities, entry.note, entry.ended,
  entry.kept_at AS "keptAt", entry.kept_by_name AS "keptByName"`

/** The entries that hold, of every area given; ended ones are left out. */
export function catalogueEntries(tx: Tx, areaCodes: readonly string[]): Promise<readonly CatalogueEntry[]> {
  return tx.rows<CatalogueEntry>(
    `SELECT ${entryColumns}, latest.checked_on AS "checkedOn", latest.checked_by_name AS "checkedByName"
       FROM organisation.delivered_option entry
       LEFT JOIN LATERAL (
         SELECT checked_on, checked_by_name FROM organisation.delivery_check
          WHERE delivery_check.delivery_id = entry.delivery_id AND delivery_check.version = entry.version
          ORDER BY checked_at DESC, id DESC LIMIT 1) latest ON true
      WHERE entry.area_code = ANY ($1) AND NOT entry.ended
        AND NOT EXISTS (SELECT FROM organisation.delivered_option later
                         WHERE later.delivery_id = entry.delivery_id AND later.version > entry.version)
      ORDER BY entry.option, entry.provider, entry.place, entry.delivery_id`,
    [[...areaCodes]],
  )
}

/** Every version of one delivery, the latest first; empty where there is none. */
export function entryHistory(tx: Tx, deliveryId: string): Promise<readonly CatalogueEntry[]> {
  return tx.rows<CatalogueEntry>(
    `SELECT ${entryColumns}, latest.checked_on AS "checkedOn", latest.checked_by_name AS "checkedByName"
       FROM organisation.delivered_option entry
       LEFT JOIN LATERAL (
         SELECT checked_on, checked_by_name FROM organisation.delivery_check
          WHERE delivery_check.delivery_id = entry.delivery_id AND delivery_check.version = entry.version
          ORDER BY checked_at DESC, id DESC LIMIT 1) latest ON true
      WHERE entry.delivery_id = $1 ORDER BY entry.version DESC`,
    [deliveryId],
  )
}

/** What is delivered in an area, as a proposal reads it: a delivery unit's own entries, and its region's for options
 *  it says nothing of. An unknown code has no entries: nothing is known of it. */
export async function deliveryCatalogueOf(tx: Tx, areaCode: string, day: LocalDate): Promise<DeliveryCatalogue> {
  const area = await areaByCode(tx, areaCode, day)
  if (!area) return { area: areaCode, entries: [] }
  const entries = await catalogueEntries(tx, [...new Set([area.code, area.regionCode])])
  return { area: area.name, entries: entriesOfArea(entries, area.code).map(deliveredOption) }
}

function deliveredOption(entry: CatalogueEntry): DeliveredOption {
  const { option, runs, provider, place, nextStartOn, waitWeeks, hoursAWeek, times, activities, checkedOn } = entry
  return { option, runs, provider, place, nextStartOn, waitWeeks, hoursAWeek, times, activities, checkedOn }
}

/** The pathways that hold, of every area given. */
export function pathwaysOf(tx: Tx, areaCodes: readonly string[]): Promise<readonly Pathway[]> {
  return tx.rows<Pathway>(
    `SELECT pathway_id AS "pathwayId", version, area_code AS "areaCode", need, name, owner, partner,
            how_to_refer AS "howToRefer", review_on AS "reviewOn", gap, ended, kept_at AS "keptAt",
            kept_by_name AS "keptByName"
       FROM organisation.pathway entry
      WHERE area_code = ANY ($1) AND NOT ended
        AND NOT EXISTS (SELECT FROM organisation.pathway later
                         WHERE later.pathway_id = entry.pathway_id AND later.version > entry.version)
      ORDER BY need, name, pathway_id`,
    [[...areaCodes]],
  )
}
