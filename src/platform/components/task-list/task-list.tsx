import { type Content, classNames, idList, type Look, type Maybe, said } from '../options.ts'
import { Tag } from '../tag/tag.tsx'

export type TaskListItem = {
  readonly title: Content & { readonly classes?: string | undefined }
  readonly hint?: Content | undefined
  readonly status: Content & {
    readonly tag?: (Content & Look) | undefined
    readonly classes?: string | undefined
  }
  readonly href?: string | undefined
  readonly classes?: string | undefined
}

export type TaskListProps = Look & {
  readonly idPrefix?: string | undefined
  readonly items: readonly Maybe<TaskListItem>[]
}

export function TaskList(props: TaskListProps) {
  const prefix = props.idPrefix || 'task-list'
  return (
    <ul class={classNames('govuk-task-list', props.classes)} {...props.attributes}>
      {props.items.map((item, index) => item && taskListItem(item, `${prefix}-${index + 1}`))}
    </ul>
  )
}

function taskListItem(item: TaskListItem, id: string) {
  const { title, hint, status } = item
  return (
    <li class={classNames('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            class={classNames('govuk-link govuk-task-list__link', title.classes)}
            href={item.href}
            aria-describedby={idList(hint && `${id}-hint`, `${id}-status`)}
          >
            {said(title)}
          </a>
        ) : (
          <div class={title.classes || undefined}>{said(title)}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {said(hint)}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', status.classes)} id={`${id}-status`}>
        {status.tag ? (
          <Tag text={status.tag.text} classes={status.tag.classes} attributes={status.tag.attributes}>
            {status.tag.html}
          </Tag>
        ) : (
          said(status)
        )}
      </div>
    </li>
  )
}
