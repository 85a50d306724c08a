import { z } from 'zod'
import { readDate } from '../../../platform/calendar/index.ts'
import { BackLink, Button, Table, Tag } from '../../../platform/components/index.ts'
import { NotFound, ok, problems } from '../../../platform/errors/index.ts'
import {
  ChoiceField,
  DayField,
  Form,
  LongTextField,
  page,
  post,
  SelectField,
  TextField,
  useUi,
} from '../../../platform/web/index.ts'
import { longDate, plural } from '../../../platform/words/index.ts'
import { keepPathway } from '../commands/keep-pathway.ts'
import type { Area, Pathway } from '../delivery.ts'
import { pathwayNeeds } from '../parameters/deliverable-options.ts'
import { areasOn, pathwaysOf } from '../queries/delivery-catalogue.ts'
import { areaWords, CatalogueTabs } from './catalogue-frame.tsx'
import { type PathwayRow, type PathwaysModel, pathwaysView } from './pathways.view.ts'

export const pathwaysPage = page<PathwaysModel>({
  path: '/catalogue/pathways',
  name: 'organisation.pathways',
  title: 'Pathways',
  allow: 'organisation.see-catalogue',
  section: 'catalogue',
  async view(ctx, at) {
    const areas = await areasOn(ctx.tx, ctx.today)
    const pathways = await pathwaysOf(
      ctx.tx,
      areas.map(one => one.code),
    )
    return pathwaysView(areas, pathways, ctx.today, at.query.one('show') === 'gaps')
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Pathways</h1>
      <CatalogueTabs active="pathways" />
      <p class="govuk-body">
        Who answers for the way to help with each need, and where it is missing: {plural(model.withGaps, 'gap')}.{' '}
        {model.onlyGaps ? (
          <a class="govuk-link" href="/catalogue/pathways">
            Show all pathways
          </a>
        ) : (
          <a class="govuk-link" href="/catalogue/pathways?show=gaps">
            Show gaps only
          </a>
        )}
      </p>
      {model.rows.length === 0 ? (
        <p class="govuk-body">There is nothing to show.</p>
      ) : (
        <Table
          classes="app-table--stack"
          caption="Pathways by area and need"
          captionClasses="govuk-visually-hidden"
          head={['Area', 'Need', 'Pathway and owner', 'Wanting'].map(text => ({ text }))}
          rows={model.rows.map(row => [
            { text: row.area },
            { text: row.need },
            { html: <PathwayCell row={row} /> },
            {
              html:
                row.gaps.length === 0
                  ? 'Nothing'
                  : row.gaps.map(one => (
                      <>
                        <Tag text={one} classes={one === 'No pathway' ? 'govuk-tag--red' : 'govuk-tag--yellow'} />{' '}
                      </>
                    )),
            },
          ])}
        />
      )}
    </>
  ),
})

function PathwayCell({ row }: { readonly row: PathwayRow }) {
  const mayKeep = useUi().can('organisation.keep-catalogue')
  return (
    <>
      {row.pathways.map(one => (
        <p class="govuk-!-margin-top-0 govuk-!-margin-bottom-2">
          {mayKeep ? (
            <a class="govuk-link" href={one.href}>
              {one.name}
            </a>
          ) : (
            <strong>{one.name}</strong>
          )}
          <span class="app-secondary">
            {[one.owner, one.partner, one.review].filter(part => part !== null).join(' · ')}
          </span>
          {one.howToRefer && <span class="app-secondary">Refer: {one.howToRefer}</span>}
          {one.gap && <span class="app-secondary">Missing: {one.gap}</span>}
        </p>
      ))}
      {mayKeep && (
        <a class="govuk-link govuk-link--no-visited-state" href={row.addHref}>
          Add a pathway
          <span class="govuk-visually-hidden">
            {' '}
            for {row.need.toLowerCase()} in {row.area}
          </span>
        </a>
      )}
      {!mayKeep && row.pathways.length === 0 && 'None'}
    </>
  )
}

type PathwayModel = {
  readonly areas: readonly Area[]
  readonly areaCode: string
  readonly need: string
  readonly pathway: Pathway | null
  readonly action: string
}

const text = z.string().default('')

export const pathwayPage = page<PathwayModel>({
  path: '/catalogue/pathway',
  name: 'organisation.pathway',
  title: 'A pathway',
  allow: 'organisation.keep-catalogue',
  section: 'catalogue',
  async view(ctx, at) {
    const areas = await areasOn(ctx.tx, ctx.today)
    const asked = at.query.one('pathway')
    const held = await pathwaysOf(
      ctx.tx,
      areas.map(one => one.code),
    )
    const pathway = held.find(one => one.pathwayId === asked) ?? null
    if (asked !== '' && !pathway) throw new NotFound('There is no such pathway.')
    return {
      areas,
      areaCode: pathway?.areaCode ?? at.query.one('area'),
      need: pathway?.need ?? at.query.one('need'),
      pathway,
      action: `/catalogue/pathway${at.query.with({})}`,
    }
  },
  before: () => <BackLink href="/catalogue/pathways" text="Pathways" />,
  body: ({ areas, areaCode, need, pathway, action }) => (
    <>
      <h1 class="govuk-heading-l">{pathway ? 'Change a pathway' : 'Add a pathway'}</h1>
      <Form intent="keep" action={action}>
        <input type="hidden" name="pathway" value={pathway?.pathwayId ?? ''} />
        <input type="hidden" name="version" value={pathway?.version ?? 0} />
        <SelectField
          name="areaCode"
          label="Area"
          value={areaCode}
          choices={areas.map(one => ({ value: one.code, text: areaWords(one) }))}
        />
        <SelectField
          name="need"
          label="Need"
          value={need}
          choices={pathwayNeeds.map(one => ({ value: one.code, text: one.name }))}
        />
        <TextField name="name" label="Name of the pathway" value={pathway?.name ?? null} wide />
        <TextField
          name="owner"
          label="Owner (optional)"
          hint="Who answers for it, such as the Director of Public Health of an authority"
          value={pathway?.owner ?? null}
          wide
        />
        <TextField name="partner" label="Partner or provider (optional)" value={pathway?.partner ?? null} wide />
        <LongTextField name="howToRefer" label="How to refer (optional)" rows={2} value={pathway?.howToRefer ?? null} />
        <DayField
          name="reviewOn"
          label="Review (optional)"
          value={pathway?.reviewOn ? longDate(pathway.reviewOn) : ''}
        />
        <LongTextField name="gap" label="What is still missing (optional)" rows={2} value={pathway?.gap ?? null} />
        {pathway && (
          <ChoiceField
            name="ended"
            label="Take it off the directory?"
            value="no"
            choices={[
              { value: 'no', text: 'No, keep it' },
              { value: 'yes', text: 'Yes: its history stays' },
            ]}
          />
        )}
        <Button text="Keep the pathway" />
      </Form>
    </>
  ),
  posts: {
    keep: post({
      allow: 'organisation.keep-catalogue',
      form: z.object({
        pathway: text,
        version: z.coerce.number('Open the page again'),
        areaCode: text,
        need: text,
        name: text,
        owner: text,
        partner: text,
        howToRefer: text,
        reviewOn: text,
        gap: text,
        ended: text,
      }),
      run: async (ctx, form) => {
        const review = form.reviewOn.trim() === '' ? null : readDate(form.reviewOn, 'appointment', ctx.today)
        if (review && !review.ok) {
          return problems({ field: 'reviewOn', code: review.problem.code, text: review.problem.message })
        }
        const kept = await keepPathway(ctx, {
          pathwayId: form.pathway || null,
          version: form.version,
          areaCode: form.areaCode,
          need: form.need,
          name: form.name,
          owner: form.owner.trim() || null,
          partner: form.partner.trim() || null,
          howToRefer: form.howToRefer.trim() || null,
          reviewOn: review?.ok ? review.date : null,
          gap: form.gap.trim() || null,
          ended: form.ended === 'yes',
        })
        return kept.ok ? ok({ to: '/catalogue/pathways', say: 'The pathway is kept' }) : kept
      },
    }),
  },
})
