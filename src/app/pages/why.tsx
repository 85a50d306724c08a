import { Details } from '../../platform/components/index.ts'
import type { RuleUsed } from '../../platform/rules/index.ts'
import { longDate } from '../../platform/words/index.ts'

/** What stands behind a value: sentences, and the rules it rests on with their source and first day. */
export type WhyView = {
  readonly question: string
  readonly because: readonly string[]
  readonly rules: readonly RuleUsed[]
}

/** Opens what a computed value rests on. */
export function Why({ view }: { readonly view: WhyView }) {
  return (
    <Details summaryText={view.question}>
      {view.because.map(sentence => (
        <p class="govuk-body">{sentence}</p>
      ))}
      {view.rules.map(rule => (
        <p class="govuk-body">
          Rule{' '}
          <a class="govuk-link" href={`/help/rules/${encodeURIComponent(rule.parameter)}`}>
            {rule.parameter}
          </a>
          , in force from {longDate(rule.from)}. {rule.source.kind === 'assumption' ? 'An assumption: ' : 'Source: '}
          {rule.source.cite}
        </p>
      ))}
    </Details>
  )
}
