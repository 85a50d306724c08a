import type { ComponentChildren } from 'preact'
import {
  type Attributes,
  type Content,
  classNames,
  type HeadingLevel,
  headingTag,
  type Look,
  type Maybe,
  said,
} from '../options.ts'

type Cell = Content & { readonly classes?: string | undefined }

export type SummaryAction = Content & {
  readonly href: string
  /** What is changed, read out after the words ('Change' + 'date of birth'). */
  readonly visuallyHiddenText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type SummaryActions = {
  readonly classes?: string | undefined
  readonly items?: readonly SummaryAction[] | undefined
}

export type SummaryRow = {
  readonly classes?: string | undefined
  readonly key: Cell
  readonly value?: Cell | undefined
  readonly actions?: SummaryActions | undefined
}

export type SummaryCard = Look & {
  readonly title?: (Cell & { readonly headingLevel?: HeadingLevel | undefined }) | undefined
  readonly actions?: SummaryActions | undefined
}

export type SummaryListProps = Look & {
  readonly rows: readonly Maybe<SummaryRow>[]
  readonly card?: SummaryCard | undefined
}

export function SummaryList(props: SummaryListProps) {
  const anyActions = props.rows.some(row => row && has(row.actions))
  const cardTitle = props.card?.title
  const list = (
    <dl class={classNames('govuk-summary-list', props.classes)} {...props.attributes}>
      {props.rows.map(row => row && summaryRow(row, anyActions, cardTitle))}
    </dl>
  )
  return props.card ? summaryCard(props.card, list) : list
}

function has(actions: SummaryActions | undefined): boolean {
  return actions?.items !== undefined && actions.items.length > 0
}

function summaryRow(row: SummaryRow, anyActions: boolean, cardTitle: Content | undefined) {
  return (
    <div
      class={classNames(
        'govuk-summary-list__row',
        anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={classNames('govuk-summary-list__key', row.key.classes)}>{said(row.key)}</dt>
      <dd class={classNames('govuk-summary-list__value', row.value?.classes)}>{row.value && said(row.value)}</dd>
      {has(row.actions) && (
        <dd class={classNames('govuk-summary-list__actions', row.actions?.classes)}>
          {row.actions?.items?.length === 1 ? (
            actionLink(row.actions.items[0]!, cardTitle)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {row.actions?.items?.map(action => (
                <li class="govuk-summary-list__actions-list-item">{actionLink(action, cardTitle)}</li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

function actionLink(action: SummaryAction, cardTitle: Content | undefined) {
  return (
    <a class={classNames('govuk-link', action.classes)} href={action.href} {...action.attributes}>
      {said(action)}
      {(action.visuallyHiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
          {cardTitle && <> ({said(cardTitle)})</>}
        </span>
      )}
    </a>
  )
}

function summaryCard(card: SummaryCard, list: ComponentChildren) {
  const Heading = headingTag(card.title?.headingLevel || 2)
  const actions = card.actions?.items ?? []
  const actionsClass = classNames('govuk-summary-card__actions', card.actions?.classes)
  return (
    <div class={classNames('govuk-summary-card', card.classes)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title && (
          <Heading class={classNames('govuk-summary-card__title', card.title.classes)}>{said(card.title)}</Heading>
        )}
        {actions.length === 1 && <div class={actionsClass}>{actionLink(actions[0]!, card.title)}</div>}
        {actions.length > 1 && (
          <ul class={actionsClass}>
            {actions.map(action => (
              <li class="govuk-summary-card__action">{actionLink(action, card.title)}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  )
}
