import {
  Button,
  Details,
  ErrorSummary,
  Input,
  InsetText,
  NotificationBanner,
  PasswordInput,
} from '../components/index.ts'
import { errorSummaryOf } from '../forms/index.ts'
import { useAnswer, useProblem, useUi } from '../web/index.ts'
import type { DemonstrationChoice, SignInModel } from './sign-in.view.ts'

/** The sign-in page. Its forms carry no token, because nobody is signed in: the server asks where they were sent from. */
export function SignInScreen({ model }: { readonly model: SignInModel }) {
  const summary = errorSummaryOf(useUi().problems)
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        {summary && <ErrorSummary {...summary} />}
        {model.held && (
          <NotificationBanner text="What you sent is kept. Sign in with the same account and you can send it again." />
        )}
        <h1 class="govuk-heading-l">Sign in to Throughline</h1>
        {model.ended && !model.held && (
          <InsetText text="You were signed out because the service was not used for a while." />
        )}
        {model.provider !== null && (
          <p class="govuk-body">
            <Button href={`/sign-in/start?${query(model.next)}`} text={`Sign in with ${model.provider}`} />
          </p>
        )}
        {model.demonstration.length > 0 && <Demonstration choices={model.demonstration} next={model.next} />}
        {model.localForm &&
          (model.demonstration.length > 0 || model.provider !== null ? (
            <Details summaryText="Sign in with a user name and password" open={summary !== undefined}>
              <LocalForm next={model.next} />
            </Details>
          ) : (
            <LocalForm next={model.next} />
          ))}
      </div>
    </div>
  )
}

function LocalForm({ next }: { readonly next: string }) {
  return (
    <form method="post" action="/sign-in" novalidate>
      <input type="hidden" name="next" value={next} />
      <Input
        id="username"
        name="username"
        label={{ text: 'User name' }}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        classes="govuk-input--width-20"
        value={useAnswer('username')}
        errorMessage={useProblem('username')}
      />
      <PasswordInput
        id="password"
        name="password"
        label={{ text: 'Password' }}
        classes="govuk-input--width-20"
        errorMessage={useProblem('password')}
      />
      <Button text="Sign in" preventDoubleClick />
    </form>
  )
}

function Demonstration({ choices, next }: { readonly choices: readonly DemonstrationChoice[]; readonly next: string }) {
  return (
    <form method="post" action="/sign-in/demonstration">
      <h2 class="govuk-heading-m">Demonstration accounts</h2>
      <p class="govuk-body">Everyone in this service is made up. Choose who you want to be.</p>
      <input type="hidden" name="next" value={next} />
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">One account for each role</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Role
            </th>
            <th scope="col" class="govuk-table__header">
              Name
            </th>
            <td class="govuk-table__header" />
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {choices.map(choice => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {choice.role}
              </th>
              <td class="govuk-table__cell">{choice.name}</td>
              <td class="govuk-table__cell govuk-table__cell--numeric">
                <Button name="account" value={choice.id} classes="govuk-button--secondary govuk-!-margin-bottom-0">
                  Sign in<span class="govuk-visually-hidden"> as {choice.name}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </form>
  )
}

/** The identity provider signed somebody in who has no account here, or whose account is closed or asleep. */
export function NotAdmittedScreen({ provider, text }: { readonly provider: string; readonly text: string }) {
  return (
    <>
      <h1 class="govuk-heading-l">You cannot use Throughline yet</h1>
      <p class="govuk-body">{text}</p>
      <p class="govuk-body">
        {provider} knows you, so your password is right. Nothing you do there will change this: access to Throughline is
        given by a system administrator.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          Back to the sign-in page
        </a>
      </p>
    </>
  )
}

export function StartAgainScreen({ text }: { readonly text: string }) {
  return (
    <>
      <h1 class="govuk-heading-l">Sign-in did not finish</h1>
      <p class="govuk-body">{text}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          Start again
        </a>
      </p>
    </>
  )
}

export function SignOutScreen({ csrf }: { readonly csrf: string }) {
  return (
    <>
      <h1 class="govuk-heading-l">Sign out</h1>
      <p class="govuk-body">Texts you saved as drafts are kept for your next visit.</p>
      <form method="post" action="/sign-out">
        <input type="hidden" name="_csrf" value={csrf} />
        <div class="govuk-button-group">
          <Button text="Sign out" preventDoubleClick />
          <a class="govuk-link" href="/">
            Stay signed in
          </a>
        </div>
      </form>
    </>
  )
}

export function SignedOutScreen({ provider }: { readonly provider: string | null }) {
  return (
    <>
      <h1 class="govuk-heading-l">You are signed out</h1>
      {provider !== null && (
        <p class="govuk-body">
          You may still be signed in at {provider}. On a shared computer,{' '}
          <a class="govuk-link" href="/signed-out/provider">
            sign out of {provider} too
          </a>
          .
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          Sign in again
        </a>
      </p>
    </>
  )
}

function query(next: string): string {
  return new URLSearchParams({ next }).toString()
}
