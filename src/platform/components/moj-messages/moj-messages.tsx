import { type Content, classNames, type Look, said } from '../options.ts'

export type MessageItem = Content & {
  readonly id?: string | undefined
  readonly type: 'sent' | 'received'
  readonly sender: string
  /** The day in words; a new day starts a new heading. */
  readonly day: string
  /** The time in words. */
  readonly time: string
}

export type MojMessagesProps = Look & {
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly items: readonly MessageItem[]
}

/** As the macro, but the page words its own days and times: the macro formats them by the clock of the machine. */
export function MojMessages(props: MojMessagesProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it has the role whenever it has the label
    <div
      id={props.id ?? 'messages'}
      class={classNames('moj-messages-container', props.classes)}
      aria-label={props.label || undefined}
      role={props.label ? 'group' : undefined}
      {...props.attributes}
    >
      <div class="moj-message-list">
        {props.items.map((item, index) => (
          <>
            {item.day !== props.items[index - 1]?.day && (
              <time class="moj-message-list__date" datetime={item.day}>
                {item.day}
              </time>
            )}
            <div
              id={item.id ? `message_${item.id}` : undefined}
              class={`moj-message-item moj-message-item--${item.type}`}
            >
              <div class={`moj-message-item__text moj-message-item__text--${item.type}`}>{said(item)}</div>
              <div class="moj-message-item__meta">
                <span class="moj-message-item__meta--sender">{item.sender}</span> at{' '}
                <time class="moj-message-item__meta--timestamp" datetime={item.time}>
                  {item.time}
                </time>
              </div>
            </div>
          </>
        ))}
      </div>
    </div>
  )
}
