import { InsetText } from '../../../platform/components/index.ts'
import type { Post } from '../../../platform/web/index.ts'

type LimitedCaseProps = { readonly crn: string; readonly message: string; readonly mayBreakGlass: boolean }

/** What somebody sees of a person they may not see: the number they asked for, and whom to ask. Never why. */
export function LimitedCase({ crn, message }: LimitedCaseProps) {
  return (
    <>
      <h1 class="govuk-heading-l">Access is limited</h1>
      <p class="govuk-body">CRN {crn}</p>
      <InsetText>{message}</InsetText>
      <p class="govuk-body">You are still signed in. This attempt has been logged.</p>
    </>
  )
}

export const limitedPosts: Readonly<Record<string, Post<never>>> = {}
