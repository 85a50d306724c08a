import { Button, Input } from '../../../platform/components/index.ts'
import { Form, page } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { identityGroup, personByCrn } from '../identity-group.ts'
import { whoLooked } from '../queries/limited-access-register.ts'
import { LooksTable } from './emergency-openings.page.tsx'
import { type LookView, looksHeading, lookView } from './limits.view.ts'

type WhoLookedModel = {
  readonly asked: string
  readonly today: string
  /** Null before anything was asked, or for a number nobody holds. */
  readonly found: { readonly crn: string; readonly looks: readonly LookView[]; readonly older: string | null } | null
}

const shown = 200

export const whoLookedPage = page<WhoLookedModel>({
  path: '/who-looked',
  name: 'person.who-looked',
  title: 'Who looked at a person',
  allow: 'person.who-looked',
  section: 'who-looked',
  view: async (ctx, at) => {
    const asked = at.query.one('crn').trim()
    const person = asked ? await personByCrn(ctx.tx, asked) : undefined
    const today = longDate(ctx.today)
    if (!person) return { asked, today, found: null }
    const before = momentAsked(at.query.one('before'))
    const group = await identityGroup(ctx.tx, person.personId)
    const looks = await whoLooked(ctx, { group, limit: shown, ...(before ? { before } : {}) })
    const last = looks.length === shown ? looks.at(-1) : undefined
    return { asked, today, found: { crn: person.crn, looks: looks.map(lookView), older: last?.at ?? null } }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Who looked at a person</h1>
      <Form method="get" action="/who-looked">
        <Input
          name="crn"
          label={{ text: 'CRN' }}
          hint={{ text: 'A letter and six digits. Your question is logged too.' }}
          classes="govuk-input--width-10"
          value={model.asked}
        />
        <Button text="Show who looked" />
      </Form>
      {model.asked !== '' && !model.found && <p class="govuk-body">No person has the CRN ‘{model.asked}’.</p>}
      {model.found && (
        <>
          <h2 class="govuk-heading-m">
            CRN {model.found.crn}: {looksHeading(model.found.looks.length)}
          </h2>
          <LooksTable looks={model.found.looks} empty={`Nobody looked at this person up to ${model.today}.`} />
          {model.found.older && (
            <p class="govuk-body">
              <a
                class="govuk-link"
                href={`/who-looked?crn=${model.found.crn}&before=${encodeURIComponent(model.found.older)}`}
              >
                Older entries
              </a>
            </p>
          )}
        </>
      )}
    </>
  ),
})

/** The moment a page starts from, if the address holds one. */
function momentAsked(text: string): string | null {
  return Number.isNaN(Date.parse(text)) ? null : text
}
