import { readReference, readReferenceLines } from '../../../platform/reference/index.ts'

/** `listed`: the code itself is on the list. `variant-of-listed`: its base code is, but this variant (a suffix letter
 *  such as A for attempt) is not, which a person should look at. */
export type SeriousFurtherOffence = 'listed' | 'variant-of-listed' | 'not-listed'

export type OffenceDetails = {
  readonly code: string
  /** Offence category: CE either way, CI indictable, CS summary, CM summary motoring, CB breach. */
  readonly category?: string | undefined
  readonly homeOfficeClass?: string | undefined
  readonly title?: string | undefined
  /** `LIFE`, `7Y`, `6M`, `12W`, `28D`; undefined when not known. */
  readonly maximumOnIndictment?: string | undefined
  readonly schedules: readonly string[]
  readonly seriousFurther: SeriousFurtherOffence
  readonly description?: string | undefined
  readonly actuarialCategory?: string | undefined
}

type OffenceRow = { readonly [column: string]: string }
let offences: ReadonlyMap<string, OffenceRow> | undefined
let homeOffice: ReadonlyMap<string, OffenceRow> | undefined
let serious: ReadonlySet<string> | undefined

/** What the tables know of an offence code (court specification, section 13). A code that is only known without its
 *  suffix letter takes its category and title from there, never its maximum. Undefined when neither is known. */
export function offenceDetails(given: string): OffenceDetails | undefined {
  const code = given.trim().toUpperCase()
  const row = offenceTable().get(code)
  const base = row ?? offenceTable().get(withoutSuffix(code))
  const seriousFurther = seriousFurtherOffence(code)
  if (!base && seriousFurther === 'not-listed') return undefined
  const office = base && homeOfficeTable().get(base.ho_class!)
  return {
    code,
    category: base?.category || undefined,
    homeOfficeClass: base?.ho_class || undefined,
    title: base?.title || undefined,
    maximumOnIndictment: row?.max_on_indictment || undefined,
    schedules: base?.schedules ? base.schedules.split('|') : [],
    seriousFurther,
    description: office?.subcategory || undefined,
    actuarialCategory: office?.actuarial_category || undefined,
  }
}

export function seriousFurtherOffence(given: string): SeriousFurtherOffence {
  serious ??= new Set(readReferenceLines('court', 'sfo-offence-codes.txt'))
  const code = given.trim().toUpperCase()
  if (serious.has(code) || offenceTable().get(code)?.sfo === '1') return 'listed'
  const base = withoutSuffix(code)
  return base !== code && serious.has(base) ? 'variant-of-listed' : 'not-listed'
}

/** Does the code stand for a breach rather than an offence (category CB)? */
export function isBreachOffence(code: string): boolean {
  return offenceDetails(code)?.category === 'CB'
}

function offenceTable(): ReadonlyMap<string, OffenceRow> {
  offences ??= new Map(readReference('court', 'court-offences.csv').map(row => [row.cjs_code!, row]))
  return offences
}

function homeOfficeTable(): ReadonlyMap<string, OffenceRow> {
  homeOffice ??= new Map(
    readReference('court', 'home-office-offences.csv').map(row => [`${row.ho_category}/${row.ho_subcategory}`, row]),
  )
  return homeOffice
}

function withoutSuffix(code: string): string {
  return /\d[A-Z]$/.test(code) ? code.slice(0, -1) : code
}
