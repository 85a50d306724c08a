import { InsetText } from '../../../platform/components/index.ts'
import { useUi } from '../../../platform/web/index.ts'

/** Said when an assessment is opened to be worked on; once dismissed it stays away for the session of the browser.
 *  Source: assessment-and-plan.md section 7. */
export function PrivacyReminder() {
  return (
    <div data-once={`privacy ${useUi().viewer?.username ?? ''}`}>
      <InsetText>
        <h2 class="govuk-heading-s">Before you work on it in an appointment</h2>
        <p class="govuk-body">
          Close other records and mail. Keep the screen to yourself, and do not hand the device over.
        </p>
        <button type="button" class="govuk-button govuk-button--secondary" data-once-done hidden>
          I have done so
        </button>
      </InsetText>
    </div>
  )
}
