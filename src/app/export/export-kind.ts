import type { Tx } from '../../platform/store/index.ts'

/** A kind of record in the export: one file of JSON lines, one line for each row, and one JSON Schema. */
export type ExportKind = {
  /** 'court.note': schema and table, and the name of the file. */
  readonly name: string
  /** Rows carry a person_id: given out for one person, or for all the viewer may see. Others are about nobody. */
  readonly personOwned: boolean
}

/** What is worked out from other rows again (indexes, lists), is half written, or guards the service itself. */
const leftOut = new Set([
  'person.match_record',
  'person.match_key',
  'person.match_frequency',
  'person.search_entry',
  'person.surname_token',
  'person.forename_token',
  'court.list_place',
  'court.list_entry',
])
const schemas = ['organisation', 'person', 'sentence', 'court', 'assessment', 'advice'] as const

type TableRow = { readonly name: string; readonly owned: boolean }

/** Every table of the domains that the export gives out, read from the database itself so that none is forgotten. */
export async function exportKinds(tx: Tx): Promise<readonly ExportKind[]> {
  const tables = await tx.rows<TableRow>(
    `SELECT n.nspname || '.' || c.relname AS name,
            EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'person_id' AND NOT a.attisdropped) AS owned
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p') AND has_table_privilege(c.oid, 'SELECT')
      ORDER BY 1`,
    [schemas],
  )
  return tables.filter(({ name }) => !leftOut.has(name)).map(({ name, owned }) => ({ name, personOwned: owned }))
}

type ColumnRow = { readonly name: string; readonly type: string; readonly required: boolean }

/** The JSON Schema (2020-12) of one line of a kind's file. */
export async function schemaOf(tx: Tx, kind: ExportKind): Promise<object> {
  const columns = await tx.rows<ColumnRow>(
    `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, a.attnotnull AS required
       FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [kind.name],
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: kind.name,
    type: 'object',
    additionalProperties: false,
    required: columns.map(column => column.name),
    properties: Object.fromEntries(columns.map(column => [column.name, typeOf(column)])),
  }
}

function typeOf({ type, required }: ColumnRow): object {
  const shape = shapeOf(type)
  return required || !('type' in shape) ? shape : { ...shape, type: [shape.type, 'null'] }
}

function shapeOf(type: string): { readonly type?: string; readonly [key: string]: unknown } {
  if (type.endsWith('[]')) return { type: 'array', items: shapeOf(type.slice(0, -2)) }
  switch (type) {
    case 'uuid':
      return { type: 'string', format: 'uuid' }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'timestamp with time zone':
      return { type: 'string', format: 'date-time' }
    case 'integer':
    case 'bigint':
    case 'smallint':
      return { type: 'integer' }
    case 'double precision':
    case 'numeric':
    case 'real':
      return { type: 'number' }
    case 'boolean':
      return { type: 'boolean' }
    case 'jsonb':
      return { description: 'Any JSON value' }
    case 'bytea':
      return { type: 'string', contentEncoding: 'base16', description: 'Bytes as \\x and hexadecimal digits' }
    default:
      return { type: 'string' }
  }
}
