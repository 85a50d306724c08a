import { z } from 'zod'
import { readDate, readWeeklyTimes, weeklyTimesText } from '../../../platform/calendar/index.ts'
import { BackLink, Button, Details, Table } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok, type Problem, problems, type Result } from '../../../platform/errors/index.ts'
import { isId } from '../../../platform/store/index.ts'
import {
  ChoiceField,
  DayField,
  Form,
  LongTextField,
  page,
  post,
  SelectField,
  TextField,
} from '../../../platform/web/index.ts'
import { longDate, savedAt } from '../../../platform/words/index.ts'
import {
  checkDeliveredOption,
  type KeepDeliveredOption,
  keepDeliveredOption,
} from '../commands/keep-delivered-option.ts'
import type { Area, CatalogueEntry } from '../delivery.ts'
import { deliverableOption, deliverableOptions } from '../parameters/deliverable-options.ts'
import { areasOn, entryHistory } from '../queries/delivery-catalogue.ts'
import { changedFields } from '../rules/coverage.ts'
import { areaWords } from './catalogue-frame.tsx'

type EntryModel = {
  readonly areas: readonly Area[]
  readonly areaCode: string
  readonly option: string
  readonly entry: CatalogueEntry | null
  readonly history: readonly CatalogueEntry[]
  readonly action: string
}

const text = z.string().default('')
const entryForm = z.object({
  delivery: text,
  version: z.coerce.number('Open the page again'),
  area: text,
  option: text,
  runs: text,
  provider: text,
  place: text,
  nextStartOn: text,
  waitWeeks: text,
  hoursAWeek: text,
  times: text,
  activities: text,
  note: text,
  ended: text,
})

export const catalogueEntryPage = page<EntryModel>({
  path: '/catalogue/entry',
  name: 'organisation.catalogue-entry',
  title: 'An entry of the catalogue',
  allow: 'organisation.keep-catalogue',
  section: 'catalogue',
  async view(ctx, at) {
    const areas = await areasOn(ctx.tx, ctx.today)
    const delivery = at.query.one('delivery')
    const history = isId(delivery) ? await entryHistory(ctx.tx, delivery) : []
    if (delivery !== '' && history.length === 0) throw new NotFound('There is no such entry in the catalogue.')
    const entry = history[0] ?? null
    return {
      areas,
      areaCode: entry?.areaCode ?? at.query.one('area'),
      option: entry?.option ?? at.query.one('option'),
      entry,
      history,
      action: `/catalogue/entry${at.query.with({})}`,
    }
  },
  before: ({ areaCode }) => <BackLink href={areaHref(areaCode)} text="What an area offers" />,
  body: model => (
    <>
      <h1 class="govuk-heading-l">{model.entry ? 'Change an entry of the catalogue' : 'Add to the catalogue'}</h1>
      {model.entry && <StillRight entry={model.entry} action={model.action} />}
      <EntryForm model={model} />
      {model.history.length > 0 && <History history={model.history} />}
    </>
  ),
  posts: {
    keep: post({
      allow: 'organisation.keep-catalogue',
      form: entryForm,
      run: async (ctx, form) => {
        const read = entryTyped(ctx, form)
        if (!read.ok) return read
        const kept = await keepDeliveredOption(ctx, read.value)
        return kept.ok ? ok({ to: areaHref(form.area), say: 'The catalogue is kept' }) : kept
      },
    }),
    check: post({
      allow: 'organisation.keep-catalogue',
      form: z.object({ delivery: text, area: text, version: z.coerce.number('Open the page again') }),
      run: async (ctx, { delivery, version, area }) => {
        const done = await checkDeliveredOption(ctx, { deliveryId: delivery, version })
        return done.ok ? ok({ to: areaHref(area), say: 'The entry is confirmed' }) : done
      },
    }),
  },
})

function StillRight({ entry, action }: { readonly entry: CatalogueEntry; readonly action: string }) {
  return (
    <Form intent="check" action={action}>
      <p class="govuk-body">
        {entry.checkedOn
          ? `Last confirmed ${longDate(entry.checkedOn)} by ${entry.checkedByName ?? 'somebody'}.`
          : 'Nobody has confirmed this entry.'}
      </p>
      <input type="hidden" name="delivery" value={entry.deliveryId} />
      <input type="hidden" name="area" value={entry.areaCode} />
      <input type="hidden" name="version" value={entry.version} />
      <Button text="It is still right" classes="govuk-button--secondary" />
    </Form>
  )
}

function EntryForm({ model: { areas, areaCode, option, entry, action } }: { readonly model: EntryModel }) {
  return (
    <Form intent="keep" action={action}>
      <input type="hidden" name="delivery" value={entry?.deliveryId ?? ''} />
      <input type="hidden" name="version" value={entry?.version ?? 0} />
      <SelectField
        name="area"
        label="Area"
        value={areaCode}
        choices={areas.map(one => ({ value: one.code, text: areaWords(one) }))}
      />
      <SelectField
        name="option"
        label="What is delivered"
        value={option}
        choices={deliverableOptions.map(one => ({ value: one.code, text: one.name }))}
      />
      <ChoiceField
        name="runs"
        label="Does it run here?"
        value={entry ? (entry.runs === null ? 'not-known' : entry.runs ? 'yes' : 'no') : ''}
        choices={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
          { value: 'not-known', text: 'Not known' },
        ]}
      />
      <TextField name="provider" label="Who provides it" value={entry?.provider ?? ''} wide />
      <TextField name="place" label="Where" value={entry?.place ?? ''} wide />
      <DayField name="nextStartOn" label="Next start" value={entry?.nextStartOn ? longDate(entry.nextStartOn) : ''} />
      <TextField
        name="waitWeeks"
        label="Wait in weeks"
        hint="0 for no wait; empty is not known"
        value={entry?.waitWeeks?.toString() ?? ''}
      />
      <TextField
        name="hoursAWeek"
        label="Hours a week"
        hint="Empty is not known"
        value={entry?.hoursAWeek?.toString() ?? ''}
      />
      <LongTextField
        name="times"
        label="Times it is offered"
        hint="One a line, like Monday 9am to 5pm. Write “any time” where it is free; empty is not known."
        value={entry?.times ? (entry.times.length === 0 ? 'any time' : weeklyTimesText(entry.times).join('\n')) : ''}
      />
      <LongTextField
        name="activities"
        label="Activities (for rehabilitation activity)"
        hint="One a line: activity | provider | standard it is held to"
        value={(entry?.activities ?? [])
          .map(one => [one.name, one.provider, one.qualityStandard].join(' | '))
          .join('\n')}
      />
      <LongTextField name="note" label="Note (optional)" rows={2} value={entry?.note ?? ''} />
      {entry && (
        <ChoiceField
          name="ended"
          label="Take it off the list?"
          value="no"
          choices={[
            { value: 'no', text: 'No, keep it listed' },
            { value: 'yes', text: 'Yes: its history stays' },
          ]}
        />
      )}
      <Button text="Keep the entry" />
    </Form>
  )
}

function History({ history }: { readonly history: readonly CatalogueEntry[] }) {
  return (
    <Details summaryText="History of this entry">
      <Table
        caption="Every version, the latest first"
        captionClasses="govuk-visually-hidden"
        head={[{ text: 'Kept' }, { text: 'By' }, { text: 'What changed' }]}
        rows={history.map((one, index) => {
          const before = history[index + 1]
          const changed = before ? changedFields(before, one).map(field => fieldWords[field] ?? field) : ['added']
          return [
            { text: savedAt(one.keptAt) },
            { text: one.keptByName },
            { text: changed.length > 0 ? changed.join(', ') : 'confirmed as it was' },
          ]
        })}
      />
    </Details>
  )
}

const fieldWords: Readonly<Record<string, string>> = {
  runs: 'whether it runs',
  nextStartOn: 'next start',
  waitWeeks: 'wait',
  hoursAWeek: 'hours a week',
  ended: 'taken off the list',
}

function entryTyped(ctx: Context, form: z.infer<typeof entryForm>): Result<KeepDeliveredOption> {
  const found: Problem[] = []
  const start = form.nextStartOn.trim() === '' ? null : readDate(form.nextStartOn, 'appointment', ctx.today)
  if (start && !start.ok) {
    found.push({ field: 'nextStartOn', code: start.problem.code, text: start.problem.message })
  }
  const anyTime = /^any ?time$/i.test(form.times.trim())
  const times = readWeeklyTimes(anyTime ? '' : form.times)
  if (!times.ok) found.push({ field: 'times', code: 'times-not-understood', text: times.message })
  if (!['yes', 'no', 'not-known'].includes(form.runs)) {
    found.push({ field: 'runs', code: 'runs-missing', text: 'Say whether it runs here, or that it is not known' })
  }
  if (!deliverableOption(form.option)) {
    found.push({ field: 'option', code: 'option-unknown', text: 'Choose what is delivered' })
  }
  if (form.area === '') found.push({ field: 'area', code: 'area-missing', text: 'Choose an area' })
  if (found.length > 0) return problems(...found)
  return ok({
    deliveryId: form.delivery || null,
    version: form.version,
    areaCode: form.area,
    option: form.option,
    runs: form.runs === 'not-known' ? null : form.runs === 'yes',
    provider: form.provider.trim() || null,
    place: form.place.trim() || null,
    nextStartOn: start?.ok ? start.date : null,
    waitWeeks: form.waitWeeks.trim() === '' ? null : Number(form.waitWeeks),
    hoursAWeek: form.hoursAWeek.trim() === '' ? null : Number(form.hoursAWeek),
    times: form.times.trim() === '' || !times.ok ? null : times.times,
    activities: form.activities
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => {
        const [name = '', provider = '', qualityStandard = ''] = line.split('|').map(part => part.trim())
        return { name, provider, qualityStandard }
      }),
    note: form.note.trim() || null,
    ended: form.ended === 'yes',
  })
}

function areaHref(code: string): string {
  return code === '' ? '/catalogue' : `/catalogue?area=${encodeURIComponent(code)}`
}
