import type { ComponentChildren } from 'preact'
import { type Content, classNames, type Look, said, speaks } from '../options.ts'

export type LegendOptions = Content & {
  readonly classes?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

/** A fieldset as a group of fields takes it. */
export type FieldsetOptions = Look & {
  readonly legend?: LegendOptions | undefined
  readonly describedBy?: string | undefined
}

export type FieldsetProps = FieldsetOptions & {
  readonly role?: 'group' | undefined
  readonly children?: ComponentChildren
}

export function Fieldset(props: FieldsetProps) {
  const legend = props.legend
  return (
    <fieldset
      class={classNames('govuk-fieldset', props.classes)}
      role={props.role || undefined}
      aria-describedby={props.describedBy || undefined}
      {...props.attributes}
    >
      {speaks(legend) && (
        <legend class={classNames('govuk-fieldset__legend', legend.classes)}>
          {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{said(legend)}</h1> : said(legend)}
        </legend>
      )}
      {props.children}
    </fieldset>
  )
}
