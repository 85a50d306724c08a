import { describing, type FieldOptions, FormGroup } from '../form-group/form-group.tsx'
import { type Attributes, classNames, i18nAttributes } from '../options.ts'

export type FileUploadProps = FieldOptions & {
  readonly disabled?: boolean | undefined
  readonly multiple?: boolean | undefined
  /** Adds the drop zone where script runs. */
  readonly javascript?: boolean | undefined
  readonly wrapperClasses?: string | undefined
  readonly wrapperAttributes?: Attributes | undefined
  readonly chooseFilesButtonText?: string | undefined
  readonly dropInstructionText?: string | undefined
  readonly multipleFilesChosenText?: Readonly<Record<string, string>> | undefined
  readonly noFileChosenText?: string | undefined
  readonly enteredDropZoneText?: string | undefined
  readonly leftDropZoneText?: string | undefined
}

export function FileUpload(props: FileUploadProps) {
  const id = props.id || props.name
  const input = (
    <input
      class={classNames('govuk-file-upload', props.classes, props.errorMessage && 'govuk-file-upload--error')}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describing(id, props.describedBy, props.hint, props.errorMessage)}
      {...props.attributes}
    />
  )
  return (
    <FormGroup field={props} id={id}>
      {props.javascript ? (
        <div
          class={classNames('govuk-file-upload-wrapper', props.wrapperClasses)}
          data-module="govuk-file-upload"
          {...i18nAttributes('choose-files-button', props.chooseFilesButtonText)}
          {...i18nAttributes('no-file-chosen', props.noFileChosenText)}
          {...i18nAttributes('multiple-files-chosen', props.multipleFilesChosenText)}
          {...i18nAttributes('drop-instruction', props.dropInstructionText)}
          {...i18nAttributes('entered-drop-zone', props.enteredDropZoneText)}
          {...i18nAttributes('left-drop-zone', props.leftDropZoneText)}
          {...props.wrapperAttributes}
        >
          {input}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}
