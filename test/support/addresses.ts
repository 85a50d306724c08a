import type { ProductServer } from './product-server.ts'

/** What stands in the parts of an address, by the name of the part. */
export type Seeded = Readonly<Record<string, string>>

/** The address of a route with its parts filled in; throws for a part nothing was seeded for. */
export function addressOf(url: string, seeded: Seeded): string {
  return url.replace(/:([A-Za-z]\w*)/g, (_, name: string) => {
    const value = seeded[name]
    if (value === undefined) throw new Error(`Nothing is seeded for :${name} of ${url}`)
    return encodeURIComponent(value)
  })
}

/** Things nobody has: what a route answers about them says only whether it may be asked. */
export function nothingThere(url: string): Seeded {
  const names = [...url.matchAll(/:([A-Za-z]\w*)/g)].map(([, name]) => name!)
  const values: Seeded = { crn: 'X000000', court: 'B10JQ', day: '2026-01-05', kind: 'comments' }
  return Object.fromEntries(names.map(name => [name, values[name] ?? '00000000-0000-7000-8000-00000000dead']))
}

/** Every kind of thing an address can name, from the demonstration region: an open case of the region, listed today. */
export async function seededThings(server: ProductServer): Promise<Seeded> {
  const one = async (sql: string): Promise<Record<string, string>> => {
    const [row] = await server.rows<Record<string, string>>(sql)
    if (!row) throw new Error(`Nothing is seeded: ${sql}`)
    return row
  }
  return {
    ...(await one(
      `SELECT s.crn, e.person_id AS person, e.appearance_id AS appearance, e.court_code AS court, e.day
         FROM court.list_entry e JOIN person.stub s ON s.person_id = e.record_person_id
        WHERE s.crn IS NOT NULL AND NOT s.excluded AND NOT s.restricted AND s.region_code = 'ZW' AND NOT e.excluded
          AND NOT e.restricted
        ORDER BY e.day, e.id LIMIT 1`,
    )),
    ...(await one(
      `SELECT id AS proposal FROM court.proposal WHERE kind = 'order' AND NOT excluded AND NOT restricted LIMIT 1`,
    )),
    ...(await one('SELECT id AS message FROM court.message LIMIT 1')),
    ...(await one('SELECT id AS limit FROM person.access_limit LIMIT 1')),
  }
}
