/** Milliseconds from the moment a request was due to the last byte of its answer. */
export type Timed = { readonly kind: string; readonly ms: number; readonly ok: boolean }

/** Requests that arrive at a fixed rate whether or not earlier ones were answered, so that a slow moment is counted for
 *  everyone who came during it. `send` answers whether the page was right. */
export async function openLoop(
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  next: (n: number) => { readonly kind: string; send(): Promise<boolean> },
  progress: (done: number, all: number) => void = () => {},
): Promise<readonly Timed[]> {
  const all = Math.round(perSecond * seconds)
  const under: Promise<Timed>[] = []
  const start = performance.now() + 20
  for (let n = 0; n < all; n++) {
    const due = start + (n * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
    under.push(timed(next(n), due))
    if (n % perSecond === 0) progress(n, all)
  }
  const done = await Promise.all(under)
  progress(all, all)
  return done
}

/** Requests sent one after another by several clients, each as soon as its last was answered. `next` is told the number
 *  of the request and of the client, both from 0. */
export async function closedLoop(
  { clients, requests }: { readonly clients: number; readonly requests: number },
  next: (n: number, client: number) => { readonly kind: string; send(): Promise<boolean> },
  progress: (done: number, all: number) => void = () => {},
): Promise<{ readonly timed: readonly Timed[]; readonly seconds: number }> {
  const done: Timed[] = []
  let taken = 0
  const start = performance.now()
  const client = async (_: unknown, who: number) => {
    while (taken < requests) {
      const n = taken++
      done.push(await timed(next(n, who), performance.now()))
      if (done.length % 100 === 0) progress(done.length, requests)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  progress(requests, requests)
  return { timed: done, seconds: (performance.now() - start) / 1000 }
}

async function timed({ kind, send }: { readonly kind: string; send(): Promise<boolean> }, due: number): Promise<Timed> {
  const ok = await send().catch(() => false)
  return { kind, ms: performance.now() - due, ok }
}

/** The value below which the share (0 to 1) of the numbers lies; 0 for none. */
export function percentile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) return 0
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!
}
