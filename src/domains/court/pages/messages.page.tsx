import { z } from 'zod'
import {
  BackLink,
  Button,
  MojScrollablePane,
  MojSubNavigation,
  Select,
  Tag,
} from '../../../platform/components/index.ts'
import { NotFound, ok } from '../../../platform/errors/index.ts'
import { isId } from '../../../platform/store/index.ts'
import { Form, page, post, useUi } from '../../../platform/web/index.ts'
import { plural } from '../../../platform/words/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { askReplay } from '../commands/replay-message.ts'
import { fatesOf, type LogFilter, messageLog, messagesToLookAt } from '../queries/message-log.ts'
import { keptMessage } from '../store/message-store.ts'
import { channelWords, fateWords } from '../words.ts'
import { bodyText, type FateRow, fateRow } from './messages.view.ts'
import { RowsTable } from './rows-table.tsx'

const pageSize = 50

type MessagesModel = {
  readonly tab: 'look' | 'log'
  readonly rows: readonly FateRow[]
  readonly filter: LogFilter
  readonly courts: readonly { readonly value: string; readonly text: string }[]
  readonly older: string | null
  readonly newer: string | null
}

export const messagesPage = page<MessagesModel>({
  path: '/court/messages',
  name: 'court.messages',
  title: 'Court messages',
  allow: 'court.see-messages',
  section: 'court-messages',
  async view(ctx, at) {
    const tab = at.query.one('tab') === 'log' ? 'log' : 'look'
    const courts = await allCourts(ctx.tx, ctx.today)
    const names = new Map(courts.map(court => [court.code, court.name]))
    const filter = { fate: at.query.one('fate'), channel: at.query.one('channel'), court: at.query.one('court') }
    const from = Math.max(0, Number.parseInt(at.query.one('from'), 10) || 0)
    const found = tab === 'look' ? await messagesToLookAt(ctx.tx) : await messageLog(ctx.tx, filter, pageSize + 1, from)
    const link = (start: number) => `/court/messages${at.query.with({ from: start })}`
    return {
      tab,
      filter,
      rows: found.slice(0, tab === 'look' ? undefined : pageSize).map(one => fateRow(one, names)),
      courts: courts.filter(court => court.active).map(court => ({ value: court.code, text: court.name })),
      older: tab === 'log' && found.length > pageSize ? link(from + pageSize) : null,
      newer: tab === 'log' && from > 0 ? link(Math.max(0, from - pageSize)) : null,
    }
  },
  body: model => (
    <>
      <h1 class="govuk-heading-l">Court messages</h1>
      <MojSubNavigation
        label="Messages"
        items={[
          { text: 'Messages to look at', href: '/court/messages', active: model.tab === 'look' },
          { text: 'Log', href: '/court/messages?tab=log', active: model.tab === 'log' },
        ]}
      />
      {model.tab === 'log' && <LogFilters model={model} />}
      {model.rows.length === 0 ? (
        <p class="govuk-body">
          {model.tab === 'look'
            ? 'No message is refused or failed. One that cannot be read or written appears here and can be taken in again.'
            : 'No message has these choices.'}
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {plural(
              model.rows.length,
              model.tab === 'look' ? 'message or part to look at' : 'entry',
              model.tab === 'look' ? 'messages or parts to look at' : 'entries',
            )}
          </p>
          <FateTable rows={model.rows} linked />
        </>
      )}
      <p class="govuk-body">
        {model.newer && (
          <a class="govuk-link govuk-!-margin-right-4" href={model.newer}>
            Newer
          </a>
        )}
        {model.older && (
          <a class="govuk-link" href={model.older}>
            Older
          </a>
        )}
      </p>
    </>
  ),
})

function LogFilters({ model }: { readonly model: MessagesModel }) {
  const choices = (words: Readonly<Record<string, string>>) => [
    { value: '', text: 'All' },
    ...Object.entries(words).map(([value, text]) => ({ value, text })),
  ]
  const group = { classes: 'govuk-!-margin-right-3' }
  return (
    <form method="get" action="/court/messages" aria-label="Filter the log">
      <input type="hidden" name="tab" value="log" />
      <Select
        id="fate"
        name="fate"
        label={{ text: 'What was done' }}
        value={model.filter.fate}
        items={choices(fateWords)}
        formGroup={group}
      />
      <Select
        id="channel"
        name="channel"
        label={{ text: 'What came' }}
        value={model.filter.channel}
        items={choices(channelWords)}
        formGroup={group}
      />
      <Select
        id="court"
        name="court"
        label={{ text: 'Court' }}
        value={model.filter.court}
        items={[{ value: '', text: 'All' }, ...model.courts]}
        formGroup={group}
      />
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  )
}

function FateTable({ rows, linked }: { readonly rows: readonly FateRow[]; readonly linked?: boolean }) {
  return (
    <RowsTable
      caption="Messages, the newest first"
      head={[{ text: 'When' }, { text: 'Message' }, { text: 'Done' }, { text: 'Why' }]}
      groups={[
        {
          rows: rows.map(row => [
            <>
              {row.when}
              <span class="app-secondary">{row.attempt}</span>
            </>,
            <>
              {linked ? (
                <a class="govuk-link" href={row.href}>
                  {row.what}
                  <span class="govuk-visually-hidden">, {row.when}</span>
                </a>
              ) : (
                row.what
              )}
              {row.part && <span class="app-secondary">Case {row.part}</span>}
              {row.court && <span class="app-secondary">{row.court}</span>}
            </>,
            <Tag text={row.fate} classes={row.bad ? 'govuk-tag--red' : 'govuk-tag--green'} />,
            row.why.length === 0 ? 'Nothing to say' : row.why.map(text => <div>{text}</div>),
          ]),
        },
      ]}
    />
  )
}

type MessageModel = {
  readonly title: string
  readonly rows: readonly FateRow[]
  readonly body: { readonly text: string; readonly left: string | null } | null
}

export const messagePage = page<MessageModel>({
  path: '/court/messages/:message',
  name: 'court.message',
  title: 'A court message',
  allow: 'court.see-messages',
  section: 'court-messages',
  async view(ctx, at) {
    const { message: id = '' } = at.params
    const kept = isId(id) ? await keptMessage(ctx.tx, id) : undefined
    if (!kept) throw new NotFound('This message does not exist, or is about people you may not see.')
    const people = await ctx.tx.one<{ people: readonly string[] }>('SELECT people FROM court.message WHERE id = $1', [
      id,
    ])
    ctx.look('court.message', people.people, { detail: { messageId: id } })
    const names = new Map((await allCourts(ctx.tx, ctx.today)).map(court => [court.code, court.name]))
    const rows = (await fatesOf(ctx.tx, id)).map(one => fateRow(one, names))
    return { title: rows[0]?.what ?? 'Court message', rows, body: bodyText(kept.body) }
  },
  before: () => <BackLink href="/court/messages" text="Court messages" />,
  body: model => <Message model={model} />,
  posts: {
    replay: post({
      allow: 'court.replay-message',
      form: z.object({}),
      async run(ctx, _form, at) {
        const { message: id = '' } = at.params
        if (!isId(id)) throw new NotFound('This message does not exist.')
        const done = await askReplay(ctx, { messageId: id })
        return done.ok
          ? ok({ to: at.path, say: 'The message is being taken in again. Open the page anew to see its fate.' })
          : done
      },
    }),
  },
})

function Message({ model }: { readonly model: MessageModel }) {
  const ui = useUi()
  return (
    <>
      <h1 class="govuk-heading-l">{model.title}</h1>
      <FateTable rows={model.rows} />
      {model.body && ui.can('court.replay-message') && (
        <Form intent="replay">
          <p class="govuk-body">
            Once what stopped it is put right, take the message in again. The same message twice changes nothing.
          </p>
          <Button text="Take it in again" />
        </Form>
      )}
      <h2 class="govuk-heading-m">As it came</h2>
      {model.body === null ? (
        <p class="govuk-body">No body is kept: a hearing of youths keeps its id, court and day only.</p>
      ) : (
        <>
          <MojScrollablePane label="The message as it came">
            <pre class="app-value">{model.body.text}</pre>
          </MojScrollablePane>
          {model.body.left && <p class="govuk-body">{model.body.left}</p>}
        </>
      )}
    </>
  )
}
