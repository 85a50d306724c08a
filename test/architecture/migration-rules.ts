/** The scale-out rules a migration's text can break (stack.md section 7). */
const rules: readonly { readonly rule: number; readonly pattern: RegExp; readonly why: string }[] = [
  { rule: 2, pattern: /\b(small|big)?serial\b/i, why: 'ids are made in the application, not by serial columns' },
  { rule: 2, pattern: /\bGENERATED\s+(ALWAYS|BY\s+DEFAULT)\s+AS\s+IDENTITY\b/i, why: 'no identity columns' },
  { rule: 2, pattern: /\bCREATE\s+SEQUENCE\b|\bnextval\s*\(/i, why: 'sequences are per node' },
  { rule: 2, pattern: /\b(gen_random_uuid|uuid_generate_v4)\s*\(/i, why: 'ids are made in the application' },
  { rule: 9, pattern: /\bCREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?TRIGGER\b/i, why: 'no triggers' },
  { rule: 9, pattern: /\bDEFERRABLE\b/i, why: 'no deferrable constraints' },
  { rule: 9, pattern: /\bLOCK\s+TABLE\b/i, why: 'no table locks' },
  { rule: 9, pattern: /\bINHERITS\s*\(/i, why: 'no inheritance' },
  { rule: 9, pattern: /\bMATERIALIZED\s+VIEW\b/i, why: 'projections are written by code' },
  { rule: 10, pattern: /\b(LISTEN|NOTIFY)\s+\w+|\bpg_notify\s*\(/i, why: 'listening is an optimisation only' },
  { rule: 12, pattern: /\b(random|clock_timestamp)\s*\(/i, why: 'values are computed in code' },
  { rule: 15, pattern: /\buuidv7\s*\(/i, why: 'exists only from PostgreSQL 18' },
  { rule: 15, pattern: /\bWITHOUT\s+OVERLAPS\b/i, why: 'exists only from PostgreSQL 18' },
  { rule: 15, pattern: /\bJSON_TABLE\s*\(/i, why: 'exists only from PostgreSQL 17' },
  { rule: 15, pattern: /\bGENERATED\s+ALWAYS\s+AS\s*\([^;]*\)\s*VIRTUAL\b/i, why: 'exists only from PostgreSQL 18' },
  { rule: 15, pattern: /\bANY_VALUE\s*\(/i, why: 'exists only from PostgreSQL 16' },
  { rule: 15, pattern: /\bMERGE\s+INTO\b[^;]*\bRETURNING\b/i, why: 'exists only from PostgreSQL 17' },
  { rule: 16, pattern: /\bUSING\s+brin\b/i, why: 'no BRIN' },
  { rule: 16, pattern: /\bUSING\s+gin\s*\([^()]*(\([^()]*\)[^()]*)*,/i, why: 'GIN over one column only' },
  { rule: 3, pattern: /\bALTER\s+ROLE\b[^;]*\bBYPASSRLS\b/i, why: 'no role bypasses row security' },
]

/** What a migration breaks: `line: rule N: why`. A statement is excused by a comment just before it that begins
 *  `-- exception: rule N because`, with the reason. */
export function brokenRules(sql: string): string[] {
  return statements(sql).flatMap(({ line, comment, text }) =>
    rules
      .filter(({ rule, pattern }) => pattern.test(text) && !excused(comment, rule))
      .map(({ rule, why }) => `line ${line}: rule ${rule}: ${why}`),
  )
}

/** Tables whose CREATE statement carries a written exception: from rule 1, or from carrying the limited-access flags. */
export function excusedTables(sql: string, from: 1 | 'flags'): string[] {
  return statements(sql).flatMap(({ comment, text }) => {
    const table = /^\s*CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w.]+)/i.exec(text)?.[1]
    return table && excused(comment, from) ? [table.toLowerCase()] : []
  })
}

function excused(comment: string, from: number | 'flags'): boolean {
  return new RegExp(`-- exception: ${from === 'flags' ? from : `rule ${from}`} because \\S+`).test(comment)
}

type Statement = { readonly line: number; readonly comment: string; readonly text: string }

/** Statements with the comment lines directly before each. Comments and quoted text inside a statement are blanked;
 *  the bodies of functions ($$ … $$) are kept, because rules hold in them too. */
export function statements(sql: string): Statement[] {
  const found: Statement[] = []
  let text = ''
  let comment = ''
  let began = 0
  let line = 1
  let inBody = false
  const token = /--[^\n]*|'(?:[^']|'')*'|\$\w*\$|\n|;|[^-'$\n;]+|./g
  for (const [piece] of sql.matchAll(token)) {
    if (piece === '\n') {
      line += 1
      text += piece
    } else if (piece.startsWith('--')) {
      if (!text.trim()) comment += `${piece}\n`
    } else if (piece.startsWith("'")) {
      line += piece.split('\n').length - 1
      text += "''"
    } else if (piece === ';' && !inBody) {
      if (text.trim()) found.push({ line: began, comment, text })
      text = ''
      comment = ''
    } else {
      if (/^\$\w*\$$/.test(piece)) inBody = !inBody
      if (!text.trim() && piece.trim()) began = line
      text += piece
    }
  }
  if (text.trim()) found.push({ line: began, comment, text })
  return found
}
