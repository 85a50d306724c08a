import type { Problem } from '../errors/index.ts'

/**
 * One thing a person can put right, as commands refuse: `field` is the id of the field on the page (its name, unless the
 * page gives another) or `''` for the form as a whole; `code` names the rule; `text` is shown.
 */
export type FieldProblem = Problem

/** What `ErrorSummary` takes. */
export type ErrorSummaryOptions = {
  readonly titleText: string
  readonly errorList: readonly { readonly text: string; readonly href?: string }[]
}

/**
 * The error summary of a form, in the order of the problems; each links to its field. Nothing when there are none.
 * A field named twice with the same words is listed once.
 */
export function errorSummaryOf(problems: readonly FieldProblem[]): ErrorSummaryOptions | undefined {
  if (problems.length === 0) return undefined
  const seen = new Set<string>()
  const errorList = problems.flatMap(({ field, text }) => {
    const key = `${field}\n${text}`
    if (seen.has(key)) return []
    seen.add(key)
    return [field ? { text, href: `#${encodeURIComponent(field)}` } : { text }]
  })
  return { titleText: 'There is a problem', errorList }
}

/** The error message of one field (its first problem), in the shape a field's `errorMessage` takes. */
export function problemFor(problems: readonly FieldProblem[], field: string): { readonly text: string } | undefined {
  const problem = problems.find(one => one.field === field)
  return problem && { text: problem.text }
}
