import { z } from 'zod'
import { Button, InsetText } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, type Result } from '../../../platform/errors/index.ts'
import { DayField, Form, LongTextField } from '../../../platform/web/index.ts'
import { endAddress, endOnRecord } from '../commands/add-to-record.ts'
import { type DetailsOnRecord, detailsOnRecord } from '../queries/details-on-record.ts'
import type { OpenCase } from '../queries/open-case.ts'
import { casePage, casePost } from './case-page.tsx'
import { dayTyped } from './day-typed.ts'
import { addressLines, type FactList, nameText } from './details.view.ts'

type Fact = {
  readonly list: FactList['id']
  readonly id: string
  readonly personId: string
  readonly lines: readonly string[]
  /** Addresses are changed by their version; other facts are taken off once. */
  readonly version: number | null
}

export const endFactPage = casePage<Fact>({
  path: '/details/:list/:fact',
  name: 'person.end-fact',
  title: 'End a personal detail',
  allow: 'person.edit',
  tab: 'details',
  back: { path: '/details', text: 'Personal details' },
  view: (ctx, opened, at) => factOf(ctx, opened, at.params),
  body: fact => (
    <>
      <h1 class="govuk-heading-l">{fact.list === 'addresses' ? 'End this address' : 'Take this off the record'}</h1>
      <InsetText>
        {fact.lines.map(line => (
          <div>{line}</div>
        ))}
      </InsetText>
      <p class="govuk-body">It stays to be read, and is no longer used. To change it, end it and add the right one.</p>
      <Form intent="end">
        {fact.version === null ? (
          <LongTextField name="reason" label="Why it no longer holds" />
        ) : (
          <>
            <input type="hidden" name="version" value={fact.version} />
            <DayField name="endsOn" label="Last day there" hint="For example, today or 27 3 2026" />
          </>
        )}
        <Button text="End it" classes="govuk-button--warning" />
      </Form>
    </>
  ),
  posts: {
    end: casePost({
      allow: 'person.edit',
      form: z.object({
        reason: z.string().default(''),
        endsOn: z.string().default(''),
        version: z.coerce.number('Open the page again').optional(),
      }),
      run: async (ctx, opened, form, at) => {
        const done = await end(ctx, await factOf(ctx, opened, at.params), form)
        if (!done.ok) return done
        return { ok: true, value: { to: `/case/${opened.crn}/details`, say: 'It is ended' } }
      },
    }),
  },
})

type EndForm = { readonly reason: string; readonly endsOn: string; readonly version?: number | undefined }

async function end(ctx: Context, { personId, id, list }: Fact, form: EndForm): Promise<Result<undefined>> {
  if (list === 'addresses') {
    const endsOn = dayTyped(form.endsOn, 'endsOn', ctx.today)
    if (!endsOn.ok) return endsOn
    return endAddress(ctx, { personId, id, endsOn: endsOn.value, version: form.version ?? 0 })
  }
  const what = { names: 'other-name', contacts: 'contact-method', identifiers: 'identifier' } as const
  return endOnRecord(ctx, { personId, id, what: what[list], reason: form.reason })
}

/** The fact of the address, while it stands. Throws NotFound. */
async function factOf(ctx: Context, opened: OpenCase, params: Readonly<Record<string, string>>): Promise<Fact> {
  const found = factsOf(await detailsOnRecord(ctx.tx, opened.group)).find(
    one => one.list === params.list && one.id === params.fact,
  )
  if (!found) throw new NotFound('This is not on the record, or was taken off it.')
  return found
}

function factsOf(details: DetailsOnRecord): readonly Fact[] {
  const standing = <One extends { readonly endedAt: string | null }>(all: readonly One[]) =>
    all.filter(one => one.endedAt === null)
  const fact = (list: FactList['id'], one: { id: string; personId: string }, lines: readonly string[]): Fact => ({
    list,
    id: one.id,
    personId: one.personId,
    lines,
    version: null,
  })
  return [
    ...standing(details.otherNames).map(one => fact('names', one, [nameText(one)])),
    ...standing(details.contactMethods).map(one => fact('contacts', one, [one.value])),
    ...standing(details.identifiers).map(one => fact('identifiers', one, [`${one.kind} ${one.given}`])),
    ...standing(details.addresses).map(one => ({
      ...fact('addresses', one, addressLines(one)),
      version: one.version,
    })),
  ]
}
