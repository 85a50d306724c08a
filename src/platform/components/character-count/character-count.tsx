import { Hint } from '../hint/hint.tsx'
import { classNames, i18nAttributes, said } from '../options.ts'
import { Textarea, type TextareaProps } from '../textarea/textarea.tsx'

type PluralForms = Readonly<Record<string, string>>

export type CharacterCountProps = Omit<TextareaProps, 'describedBy' | 'disabled' | 'autocomplete'> & {
  readonly maxlength?: number | string | undefined
  readonly maxwords?: number | string | undefined
  /** The percentage of the limit after which the count shows. */
  readonly threshold?: number | string | undefined
  readonly countType?: 'words' | 'characters' | 'characters-code-units' | 'characters-graphemes' | undefined
  readonly countMessage?: { readonly classes?: string | undefined } | undefined
  /** The limit in words, `%{count}` standing for the number. */
  readonly textareaDescriptionText?: string | undefined
  readonly charactersUnderLimitText?: PluralForms | undefined
  readonly charactersAtLimitText?: string | undefined
  readonly charactersOverLimitText?: PluralForms | undefined
  readonly wordsUnderLimitText?: PluralForms | undefined
  readonly wordsAtLimitText?: string | undefined
  readonly wordsOverLimitText?: PluralForms | undefined
}

export function CharacterCount(props: CharacterCountProps) {
  const id = props.id || props.name
  const { formGroup } = props
  const countType = props.countType || (props.maxwords ? 'words' : undefined)
  const limit = props.maxwords || props.maxlength
  const description =
    props.textareaDescriptionText || `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`
  const message = (
    <>
      <Hint
        id={`${id}-info`}
        classes={classNames('govuk-character-count__message', props.countMessage?.classes)}
        text={limit ? description.replaceAll('%{count}', String(limit)) : undefined}
      />
      {formGroup?.afterInput && said(formGroup.afterInput)}
    </>
  )
  return (
    <Textarea
      id={id}
      name={props.name}
      describedBy={`${id}-info`}
      rows={props.rows}
      spellcheck={props.spellcheck}
      value={props.value}
      classes={classNames('govuk-js-character-count', props.classes)}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      attributes={props.attributes}
      formGroup={{
        classes: classNames('govuk-character-count', formGroup?.classes),
        beforeInput: formGroup?.beforeInput,
        afterInput: { html: message },
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': props.maxlength,
          'data-maxwords': props.maxwords,
          'data-threshold': props.threshold,
          'data-count-type': countType,
          // With no limit here the script sets one, and needs the words it goes into.
          ...(!limit && props.textareaDescriptionText
            ? i18nAttributes('textarea-description', { other: props.textareaDescriptionText })
            : {}),
          ...i18nAttributes('characters-under-limit', props.charactersUnderLimitText),
          ...i18nAttributes('characters-at-limit', props.charactersAtLimitText),
          ...i18nAttributes('characters-over-limit', props.charactersOverLimitText),
          ...i18nAttributes('words-under-limit', props.wordsUnderLimitText),
          ...i18nAttributes('words-at-limit', props.wordsAtLimitText),
          ...i18nAttributes('words-over-limit', props.wordsOverLimitText),
          ...formGroup?.attributes,
        },
      }}
    />
  )
}
