import {
  type Attributes,
  type Content,
  classNames,
  type HeadingLevel,
  headingTag,
  type Look,
  said,
} from '../options.ts'

export type TimelineItem = Content & {
  readonly label: Content
  /** When, for machines (`timestamp`) and in the words of the page (`text`). */
  readonly datetime: { readonly timestamp: string; readonly text: string }
  /** Who did it; the word 'by' is put before. */
  readonly byline?: Content | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type MojTimelineProps = Look & {
  readonly headingLevel?: HeadingLevel | undefined
  readonly items: readonly TimelineItem[]
}

/** As the macro, but the page words its own dates: the macro formats them by the clock of the machine. */
export function MojTimeline(props: MojTimelineProps) {
  const Heading = headingTag(props.headingLevel ?? 2)
  return (
    <div class={classNames('moj-timeline', props.classes)} {...props.attributes}>
      {props.items.map(item => (
        <div class={classNames('moj-timeline__item', item.classes)} {...item.attributes}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{said(item.label)}</Heading>{' '}
            {item.byline && <p class="moj-timeline__byline">by {said(item.byline)}</p>}
          </div>
          <p class="moj-timeline__date">
            <time datetime={item.datetime.timestamp}>{item.datetime.text}</time>
          </p>
          <div class="moj-timeline__description">{said(item)}</div>
        </div>
      ))}
    </div>
  )
}
