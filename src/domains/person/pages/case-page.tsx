import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { BackLink, InsetText } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import type { Result } from '../../../platform/errors/index.ts'
import { type At, type Go, type Page, type Post, page, post } from '../../../platform/web/index.ts'
import { savedAt } from '../../../platform/words/index.ts'
import { type IdentityBar, identityBarOfGroup } from '../queries/identity-bar.ts'
import { AccessLimited, type OpenCase, openCase, PurposeNeeded } from '../queries/open-case.ts'
import { type CaseTab, CaseTabs } from './case-tabs.tsx'
import { breakGlassMinutes, LimitedCase, limitedPosts } from './limited-case.tsx'
import { PersonBar } from './person-bar.tsx'
import { type PurposeChoices, PurposeForm, purposeChoices, purposePosts } from './purpose-form.tsx'

type Shown<Model> =
  | {
      readonly shown: 'case'
      readonly opened: OpenCase
      readonly bar: IdentityBar
      readonly today: LocalDate
      readonly model: Model
    }
  | { readonly shown: 'purpose'; readonly crn: string; readonly choices: PurposeChoices }
  | {
      readonly shown: 'limited'
      readonly crn: string
      readonly message: string
      readonly breakGlassMinutes: number | null
    }

export type CasePost = {
  readonly allow: string
  readonly form: z.ZodType<never>
  readonly run: (ctx: Context, opened: OpenCase, form: never, at: At) => Promise<Result<Go>>
}

export type CasePageDefinition<Model> = {
  /** After `/case/:crn`. */
  readonly path: string
  readonly name: string
  /** No person's name or number. */
  readonly title: string
  /** `person.view` unless given. */
  readonly allow?: string
  readonly tab: CaseTab | null
  /** Where the back link leads, after `/case/:crn`; pages below a tab have one. */
  readonly back?: { readonly path: string; readonly text: string }
  /** The person may read this page over the practitioner's shoulder: it shows neither the bar nor its flags. */
  readonly forThePerson?: true
  readonly view: (ctx: Context, opened: OpenCase, at: At, bar: IdentityBar) => Promise<Model>
  readonly body: (model: Model, opened: OpenCase, at: At) => ComponentChildren
  readonly posts?: Readonly<Record<string, CasePost>>
}

/** A page about one person on record: it opens the case (permission, limited access, purpose, audit) and shows the
 *  identity bar and the tabs. Outside the viewer's region the same address first asks for a purpose; a person the
 *  viewer may not see is answered by a CRN, whom to contact, and the emergency opening. */
export function casePage<Model>(definition: CasePageDefinition<Model>): Page {
  const { allow = 'person.view', title } = definition
  return page<Shown<Model>>({
    path: `/case/:crn${definition.path}`,
    name: definition.name,
    title: model => titles[model.shown] ?? title,
    allow,
    section: 'search',
    status: model => (model.shown === 'limited' ? 403 : 200),
    view: (ctx, at) => shownTo(ctx, definition, at),
    before: model =>
      model.shown === 'case' &&
      !definition.forThePerson && (
        <section class="app-person" aria-label="The person">
          <PersonBar bar={model.bar} today={model.today} />
        </section>
      ),
    body: (model, at) => {
      if (model.shown === 'purpose') return <PurposeForm crn={model.crn} choices={model.choices} />
      if (model.shown === 'limited') return <LimitedCase {...model} />
      const { crn } = model.opened
      return (
        <>
          {definition.back && <BackLink href={`/case/${crn}${definition.back.path}`} text={definition.back.text} />}
          {!definition.back && <CaseTabs crn={crn} active={definition.tab} />}
          {model.opened.breakGlass && !definition.forThePerson && (
            <InsetText>
              Opened in an emergency until {savedAt(model.opened.breakGlass.endsAt)}. Everything you read is logged for
              the administrator.
            </InsetText>
          )}
          {definition.body(model.model, model.opened, at)}
        </>
      )
    },
    posts: { ...purposePosts, ...limitedPosts, ...opening(definition.posts ?? {}) },
  })
}

/** Ties the form's type to what its command is given. */
export function casePost<Form>(definition: {
  readonly allow: string
  readonly form: z.ZodType<Form>
  readonly run: (ctx: Context, opened: OpenCase, form: Form, at: At) => Promise<Result<Go>>
}): CasePost {
  return definition as unknown as CasePost
}

const titles: Readonly<Partial<Record<Shown<unknown>['shown'], string>>> = {
  purpose: 'Say why you need this record',
  limited: 'Access is limited',
}

async function shownTo<Model>(ctx: Context, definition: CasePageDefinition<Model>, at: At): Promise<Shown<Model>> {
  try {
    const opened = await openCase(ctx, at.params.crn ?? '')
    const bar = (await identityBarOfGroup(ctx.tx, opened.group))!
    const model = await definition.view(ctx, opened, at, bar)
    return { shown: 'case', opened, bar, today: ctx.today, model }
  } catch (error) {
    if (error instanceof PurposeNeeded) return { shown: 'purpose', crn: error.crn, choices: purposeChoices(ctx.today) }
    if (!(error instanceof AccessLimited)) throw error
    // Shown as a page of its own and not as a refusal, so the attempt is logged here.
    ctx.look('person.open-case', error.people, { outcome: 'denied' })
    const minutes = ctx.can('person.break-glass') ? breakGlassMinutes(ctx.today) : null
    return { shown: 'limited', crn: error.crn, message: error.message, breakGlassMinutes: minutes }
  }
}

function opening(posts: Readonly<Record<string, CasePost>>): Readonly<Record<string, Post<never>>> {
  return Object.fromEntries(
    Object.entries(posts).map(([intent, { allow, form, run }]) => [
      intent,
      post({
        allow,
        form,
        run: async (ctx, given: never, at) => run(ctx, await openCase(ctx, at.params.crn ?? ''), given, at),
      }),
    ]),
  )
}
