import type { HeldForm } from '../access/index.ts'
import { instant } from '../calendar/index.ts'
import { Button, SummaryList } from '../components/index.ts'
import { savedAt } from '../words/index.ts'

/** Forms whose session had ended when they were sent, each to be sent again or thrown away. */
export function HeldFormsScreen({ forms, csrf }: { readonly forms: readonly HeldForm[]; readonly csrf: string }) {
  return (
    <>
      <h1 class="govuk-heading-l">
        {forms.length === 0 ? 'Nothing is waiting to be sent' : 'You sent this after your session had ended'}
      </h1>
      {forms.length > 0 && (
        <p class="govuk-body">Nothing was saved. Look at it, then send it again or throw it away.</p>
      )}
      {forms.map(held => (
        <section>
          <h2 class="govuk-heading-m">Sent on {savedAt(instant(held.heldAt))}</h2>
          <SummaryList rows={shownAnswers(held)} />
          <form method="post" action="/held-forms">
            <input type="hidden" name="_csrf" value={csrf} />
            <input type="hidden" name="held" value={held.id} />
            <div class="govuk-button-group">
              <Button name="do" value="send" text="Send it again" preventDoubleClick />
              <Button name="do" value="drop" text="Throw it away" classes="govuk-button--secondary" />
            </div>
          </form>
        </section>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {forms.length === 0 ? 'Go to your first page' : 'Decide later'}
        </a>
      </p>
    </>
  )
}

/** What was typed or chosen; the form's own fields (which button, which version) tell the reader nothing. */
function shownAnswers(held: HeldForm) {
  return Object.entries(held.answers)
    .filter(([name, value]) => !['intent', 'version'].includes(name) && value.length > 0)
    .map(([name, value]) => ({
      key: { text: nameInWords(name) },
      value: { html: <Lines text={typeof value === 'string' ? value : value.join(', ')} /> },
    }))
}

function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\r?\n/).map((line, at) => (
        <>
          {at > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}

function nameInWords(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.]/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
