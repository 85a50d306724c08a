import { type Attributes, type Content, classNames, type Look, said } from '../options.ts'

export type TicketPanelItem = Content & {
  /** A colour: `moj-ticket-panel__content--blue`, `--red`, `--orange`, `--green`, `--purple`, `--grey`. */
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type MojTicketPanelProps = Look & { readonly items: readonly TicketPanelItem[] }

export function MojTicketPanel(props: MojTicketPanelProps) {
  return (
    <article class={classNames('moj-ticket-panel', props.classes)} {...props.attributes}>
      {props.items.map(item => (
        <section class={classNames('moj-ticket-panel__content', item.classes)} {...item.attributes}>
          {said(item)}
        </section>
      ))}
    </article>
  )
}
