/** A write somebody asked for: whether the answer came that it was done, and what the database holds of it afterwards,
 *  part by part (rows that one commit must have written together). */
export type LedgerEntry = {
  readonly kind: string
  readonly id: string
  readonly acknowledged: boolean
  readonly found: Readonly<Record<string, number>>
}

export type Judged = {
  readonly acknowledged: number
  /** Not acknowledged, because the connection broke; found whole or not at all, and either is right. */
  readonly unknown: number
  readonly lost: readonly string[]
  readonly half: readonly string[]
  readonly twice: readonly string[]
}

/** What became of the writes. Lost: acknowledged, and nothing of it is there. Half: some of its parts are there and
 *  others are not. Twice: a part is there more often than one write makes it. */
export function judge(entries: readonly LedgerEntry[]): Judged {
  const lost: string[] = []
  const half: string[] = []
  const twice: string[] = []
  for (const { kind, id, acknowledged, found } of entries) {
    const parts = Object.entries(found)
    const missing = parts.filter(([, count]) => count === 0).map(([part]) => part)
    const doubled = parts.filter(([, count]) => count > 1).map(([part]) => part)
    if (missing.length === parts.length) {
      if (acknowledged) lost.push(`${kind} ${id}`)
    } else if (missing.length > 0) {
      half.push(`${kind} ${id}: no ${missing.join(', ')}`)
    }
    if (doubled.length > 0) twice.push(`${kind} ${id}: ${doubled.join(', ')}`)
  }
  const acknowledged = entries.filter(entry => entry.acknowledged).length
  return { acknowledged, unknown: entries.length - acknowledged, lost, half, twice }
}
