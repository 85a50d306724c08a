import { z } from 'zod'
import { Button } from '../../../platform/components/index.ts'
import { ok } from '../../../platform/errors/index.ts'
import { Form, page, post } from '../../../platform/web/index.ts'
import { longDate, plural, savedAt } from '../../../platform/words/index.ts'
import { type IdentityAlert, identityAlerts, resolveIdentityAlert } from '../commands/merge-records.ts'

type AlertsModel = { readonly today: string; readonly alerts: readonly IdentityAlert[] }

const kinds: Readonly<Record<string, string>> = {
  'override-conflict': 'What people decided about these records does not fit together',
  'same-number': 'One number is held by two unlike people',
}

export const identityAlertsPage = page<AlertsModel>({
  path: '/identities',
  name: 'person.identity-alerts',
  title: 'Identities to look at',
  allow: 'person.merge',
  section: 'identities',
  view: async ctx => ({ today: longDate(ctx.today), alerts: await identityAlerts(ctx) }),
  body: ({ today, alerts }) => (
    <>
      <h1 class="govuk-heading-l">{plural(alerts.length, 'identity', 'identities')} to look at</h1>
      {alerts.length === 0 && <p class="govuk-body">No identity needs attention on {today}.</p>}
      {alerts.map(alert => (
        <section class="app-card" aria-labelledby={`alert-${alert.id}`}>
          <h2 class="govuk-heading-s" id={`alert-${alert.id}`}>
            {kinds[alert.kind] ?? alert.kind}
          </h2>
          <p class="govuk-body">
            <Crn crn={alert.crn} /> and <Crn crn={alert.otherCrn} />
            <span class="app-secondary">Raised {savedAt(alert.raisedAt)}</span>
          </p>
          <Form>
            <input type="hidden" name="id" value={alert.id} />
            <div class="govuk-form-group">
              <label class="govuk-label" for={`resolution-${alert.id}`}>
                What you found
              </label>
              <input class="govuk-input" id={`resolution-${alert.id}`} name="resolution" />
            </div>
            <Button classes="govuk-button--secondary">
              Dealt with
              <span class="govuk-visually-hidden">
                : {alert.crn} and {alert.otherCrn}
              </span>
            </Button>
          </Form>
        </section>
      ))}
    </>
  ),
  posts: {
    '': post({
      allow: 'person.merge',
      form: z.object({ id: z.string().default(''), resolution: z.string().default('') }),
      run: async (ctx, form) => {
        const done = await resolveIdentityAlert(ctx, form)
        return done.ok ? ok({ to: '/identities', say: 'What you found is recorded' }) : done
      },
    }),
  },
})

function Crn({ crn }: { readonly crn: string | null }) {
  if (crn === null) return <>a person without a record</>
  return (
    <a class="govuk-link" href={`/case/${crn}/identity`}>
      CRN {crn}
    </a>
  )
}
