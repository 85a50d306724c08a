import type { ComponentChildren } from 'preact'
import type { Conflict, Refusal } from '../errors/index.ts'

export type Shown = { readonly status: number; readonly title: string; readonly body: ComponentChildren }

/** The page of each refusal: what happened, what was kept, what to do next. */
export function refusalPage(refusal: Refusal): Shown {
  switch (refusal.kind) {
    case 'not-found':
      return shown(refusal, 'Page not found', [
        refusal.message || 'There is nothing at this address, or you may not see it.',
        'If you typed the address, check it. If you pasted it, check you copied all of it.',
      ])
    case 'not-allowed':
      return shown(refusal, 'You cannot open this', [
        refusal.message,
        'You are still signed in. This attempt has been logged. Ask your administrator if your work needs it.',
      ])
    case 'gone':
      return shown(refusal, 'This is no longer here', [refusal.message || 'It was removed.'])
    case 'unavailable':
      return shown(refusal, 'This is not available at the moment', [
        refusal.message || 'A part of the service did not answer.',
        'Nothing you saved has been lost. Try again in a few minutes.',
      ])
    case 'conflict':
      return conflictPage(refusal as Conflict)
  }
}

export function defectPage(reference: string): Shown {
  return {
    status: 500,
    title: 'Sorry, there is a problem with the service',
    body: (
      <>
        <h1 class="govuk-heading-l">Sorry, there is a problem with the service</h1>
        <p class="govuk-body">Nothing was half saved: what you were doing was either kept whole or not at all.</p>
        <p class="govuk-body">
          Go back and try again. If it happens again, quote this reference: <strong>{reference}</strong>
        </p>
      </>
    ),
  }
}

function shown(refusal: Refusal, title: string, lines: readonly string[]): Shown {
  return {
    status: refusal.status,
    title,
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {lines.map(line => (
          <p class="govuk-body">{line}</p>
        ))}
      </>
    ),
  }
}

function conflictPage(conflict: Conflict): Shown {
  return {
    status: conflict.status,
    title: 'Someone else saved first',
    body: (
      <>
        <h1 class="govuk-heading-l">Someone else saved first</h1>
        <p class="govuk-body">{conflict.message}</p>
        {(conflict.theirs !== null || conflict.mine !== null) && (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-one-half">
              <h2 class="govuk-heading-m">Saved now</h2>
              <div class="govuk-inset-text app-kept-text">{conflict.theirs || 'Empty'}</div>
            </div>
            <div class="govuk-grid-column-one-half">
              <h2 class="govuk-heading-m">What you wrote</h2>
              <div class="govuk-inset-text app-kept-text">{conflict.mine || 'Empty'}</div>
            </div>
          </div>
        )}
        <p class="govuk-body">Go back, open the page again and add what is missing. Your text is above to copy.</p>
      </>
    ),
  }
}
