import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { type LocalDate, readDate } from '../../../platform/calendar/index.ts'
import {
  BackLink,
  Checkboxes,
  Details,
  Input,
  MojFilter,
  MojPagination,
  MojSubNavigation,
  SkipLink,
  Tag,
} from '../../../platform/components/index.ts'
import { NotFound, ok, problems } from '../../../platform/errors/index.ts'
import { keepPreference, readPreference } from '../../../platform/preferences/index.ts'
import { Form, page, post, useAnswer, useProblem } from '../../../platform/web/index.ts'
import { plural } from '../../../platform/words/index.ts'
import { courtByCode } from '../../organisation/index.ts'
import { caseListWindow } from '../parameters/court-lists.ts'
import { caseList, listedDays } from '../queries/case-list.ts'
import type { CaseBadge } from '../rules/case-badges.ts'
import { caseListDays } from '../rules/list-days.ts'
import { type CaseListModel, type CaseRow, caseListView, listTabs } from './case-list.view.ts'
import { dayOf } from './day-of.ts'
import { filtersAsked, listFiltersShape, noFilters } from './list-filters.ts'
import { RowsTable } from './rows-table.tsx'

const filtersName = (courtCode: string) => `court.list.${courtCode}`

export const caseListPage = page<CaseListModel>({
  path: '/courts/:court/:day',
  name: 'court.case-list',
  title: model => model.heading,
  allow: 'court.see-list',
  section: 'courts',
  async view(ctx, at) {
    const day = dayOf(at.params.day)
    const code = (at.params.court ?? '').toUpperCase()
    const window = caseListDays(ctx.today)
    const asked = filtersAsked(at.query)
    // Asked together: one journey to the database instead of four.
    const [court, filters, days, places] = await Promise.all([
      courtByCode(ctx.tx, code, ctx.today),
      asked ?? readPreference(ctx, filtersName(code), listFiltersShape, noFilters),
      listedDays(ctx.tx, code, window.from, window.to),
      caseList(ctx.tx, code, day),
    ])
    if (!court || court.code !== code) throw new NotFound('No court has this code.')
    if (asked && at.query.has('remember')) await keepPreference(ctx, filtersName(code), asked)
    const model = caseListView({
      court: { code, name: court.name },
      day,
      today: ctx.today,
      window,
      days,
      places,
      filters,
      tab: listTabs.find(tab => tab === at.query.one('tab')) ?? 'to-add',
      search: at.query.one('q').trim().slice(0, 200),
      page: Number.parseInt(at.query.one('page'), 10) || 1,
      pageSize: caseListWindow.on(ctx.today).value.pageSize,
    })
    if (model.shownPeople.length > 0) ctx.look('court.case-list', model.shownPeople)
    return model
  },
  before: () => <BackLink href="/courts" text="My courts" />,
  body: model => <CaseList model={model} />,
  posts: {
    go: post({
      allow: 'court.see-list',
      form: z.object({ date: z.string().default('') }),
      async run(ctx, form, at) {
        const read = readDate(form.date, 'appointment', ctx.today)
        if (!read.ok) return problems({ field: 'date', code: read.problem.code, text: read.problem.message })
        return ok({ to: `/courts/${at.params.court}/${read.date}` })
      },
    }),
  },
})

function CaseList({ model }: { readonly model: CaseListModel }) {
  return (
    <>
      <h1 class="govuk-heading-l">{model.heading}</h1>
      <DayPicker model={model} />
      <MojSubNavigation
        label="Parts of the list"
        items={model.tabs.map(({ text, count, href, active }) => ({ html: `${text} (${count})`, href, active }))}
      />
      <div class="app-with-filter">
        <div>
          <SkipLink href="#cases" text="Skip the filters" />
          <Filters model={model} />
        </div>
        <div id="cases" tabIndex={-1}>
          <SearchInList model={model} />
          <p class="govuk-body" role="status">
            {model.summary}
          </p>
          {model.hidden && <p class="govuk-body">{model.hidden}</p>}
          {model.empty ? <p class="govuk-body">{model.empty}</p> : <CaseTable model={model} />}
          <Pages model={model} />
        </div>
      </div>
    </>
  )
}

function DayPicker({ model }: { readonly model: CaseListModel }) {
  return (
    <nav aria-label="Day of the list" class="app-days">
      <ul class="govuk-list app-flags">
        {model.days.map(day => (
          <DayLink day={day} />
        ))}
      </ul>
      <Details summaryText="Another day">
        {model.earlier.length > 0 && (
          <>
            <h2 class="govuk-heading-s">Earlier lists</h2>
            <ul class="govuk-list app-flags govuk-!-margin-bottom-4">
              {model.earlier.map(day => (
                <DayLink day={day} />
              ))}
            </ul>
          </>
        )}
        <GoToDay path={model.path} day={model.day} />
      </Details>
    </nav>
  )
}

function DayLink({ day }: { readonly day: CaseListModel['days'][number] }) {
  const words = `${day.text} (${day.cases})`
  return (
    <li class="govuk-!-margin-right-2">
      {day.current ? (
        <strong aria-current="date">{words}</strong>
      ) : (
        <a class="govuk-link" href={day.href}>
          {words}
        </a>
      )}
    </li>
  )
}

function GoToDay({ path }: { readonly path: string; readonly day: LocalDate }) {
  return (
    <Form intent="go" action={path}>
      <Input
        id="date"
        name="date"
        classes="govuk-input--width-10"
        label={{ text: 'Type a date' }}
        hint={{ text: 'For example, 27/3/2026 or tomorrow' }}
        value={useAnswer('date')}
        errorMessage={useProblem('date')}
        formGroup={{ classes: 'govuk-!-margin-bottom-2' }}
      />
      <button
        type="submit"
        class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
        data-module="govuk-button"
      >
        Show this day
      </button>
    </Form>
  )
}

function Filters({ model }: { readonly model: CaseListModel }) {
  return (
    <form method="get" action={model.path} aria-label="Filter the list">
      <input type="hidden" name="f" value="1" />
      <input type="hidden" name="remember" value="1" />
      <input type="hidden" name="tab" value={model.tab} />
      {model.search && <input type="hidden" name="q" value={model.search} />}
      <MojFilter
        heading={{ text: 'Filter' }}
        selectedFilters={
          model.chosen.length === 0
            ? undefined
            : {
                heading: { text: 'Chosen filters' },
                clearLink: { text: 'Clear filters', href: model.clearHref },
                categories: model.chosen.map(({ heading, items }) => ({ heading: { text: heading }, items })),
              }
        }
        optionsHtml={model.filterFields.map(({ name, legend, items }) => (
          <Checkboxes
            name={name}
            classes="govuk-checkboxes--small"
            fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }}
            items={items}
          />
        ))}
      />
    </form>
  )
}

function SearchInList({ model }: { readonly model: CaseListModel }) {
  return (
    <form method="get" action={model.path} role="search" class="govuk-!-margin-bottom-4">
      <input type="hidden" name="f" value="1" />
      <input type="hidden" name="tab" value={model.tab} />
      {model.filterFields.flatMap(({ name, items }) =>
        items.filter(item => item.checked).map(item => <input type="hidden" name={name} value={item.value} />),
      )}
      <Input
        id="q"
        name="q"
        type="search"
        label={{ text: 'Search this list' }}
        hint={{ text: 'Name, CRN, URN, case number or offence' }}
        value={model.search}
        classes="govuk-input--width-20"
        formGroup={{ classes: 'govuk-!-margin-bottom-2' }}
      />
      <button
        type="submit"
        class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
        data-module="govuk-button"
      >
        Search
      </button>
    </form>
  )
}

function CaseTable({ model }: { readonly model: CaseListModel }) {
  return (
    <RowsTable
      caption="Cases by courtroom and session"
      head={[
        { text: 'Defendant' },
        { text: 'Probation status' },
        { text: 'Offence' },
        { text: 'Listing' },
        { text: 'Next' },
      ]}
      groups={model.groups.map(group => ({ heading: group.heading, rows: group.rows.map(caseCells) }))}
    />
  )
}

function caseCells(row: CaseRow): readonly ComponentChildren[] {
  return [
    <>
      {row.href ? (
        <a class="govuk-link" href={row.href}>
          {row.name}
        </a>
      ) : (
        row.name
      )}
      <span class="app-secondary">{row.crn}</span>
      {row.born && <span class="app-secondary">{row.born}</span>}
    </>,
    row.status && (
      <>
        {row.status.text}
        {row.status.more && <span class="app-secondary">{row.status.more}</span>}
        {row.badges.length > 0 && (
          <ul class="app-flags">
            {row.badges.map(badge => (
              <li>
                <Tag classes={badgeLook[badge.look]} attributes={{ title: badge.long }}>
                  {badge.short}
                  <span class="govuk-visually-hidden"> ({badge.long})</span>
                </Tag>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
    (row.offences.length > 0 || row.applications) && (
      <>
        {row.applications && <span class="app-secondary">{row.applications}</span>}
        {row.offences.map(title => (
          <div>{title}</div>
        ))}
        {row.moreOffences > 0 && <span class="app-secondary">and {plural(row.moreOffences, 'more offence')}</span>}
      </>
    ),
    <>
      {row.listing}
      {row.nextHearing && (
        <ul class="app-flags">
          <li>
            <Tag classes="govuk-tag--grey" text="Next hearing" />
          </li>
        </ul>
      )}
      {row.removedBecause && <span class="app-secondary">{row.removedBecause}</span>}
    </>,
    row.action && (
      <>
        <a class="govuk-link" href={row.action.href}>
          {row.action.text}
          <span class="govuk-visually-hidden">: {row.name}</span>
        </a>
        {row.preparation && <span class="app-secondary">Preparation: {row.preparation.toLowerCase()}</span>}
        {row.outcome && <span class="app-secondary">{row.outcome}</span>}
      </>
    ),
  ]
}

const badgeLook: Readonly<Record<CaseBadge, string>> = {
  possible: 'govuk-tag--yellow',
  'awaiting-report': 'govuk-tag--purple',
  breach: 'govuk-tag--red',
  'suspended-sentence': 'govuk-tag--orange',
  'serious-further-offence': 'govuk-tag--red',
}

function Pages({ model }: { readonly model: CaseListModel }) {
  const { current, count, from, to } = model.pages
  if (count < 2) return null
  return (
    <MojPagination
      landmarkLabel="Pages of the list"
      items={Array.from({ length: count }, (_, index) => ({
        number: index + 1,
        href: model.pageHref(index + 1),
        current: index + 1 === current,
      }))}
      previous={current > 1 ? { text: 'Previous', href: model.pageHref(current - 1) } : undefined}
      next={current < count ? { text: 'Next', href: model.pageHref(current + 1) } : undefined}
      results={{ from, to, count: model.total, text: 'cases' }}
    />
  )
}
