import {
  Button,
  CharacterCount,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Fieldset,
  FileUpload,
  Input,
  MojDatePicker,
  PasswordInput,
  Radios,
  Select,
  Textarea,
} from '../index.ts'

/** Each field twice: as it comes, and in error with the answer kept. */
export function Fields() {
  return (
    <>
      <ErrorSummary
        titleText="There is a problem"
        errorList={[
          { text: 'Enter a surname', href: '#surname-wrong' },
          { text: 'Date of birth must be in the past', href: '#born-wrong-year' },
          { text: 'Choose an outcome', href: '#outcome-wrong' },
        ]}
      />
      <h1 class="govuk-heading-l">Record an appointment</h1>
      <form method="post" action="#" novalidate>
        <div class="app-beside">
          <div>{fields('')}</div>
          <div>{fields('-wrong', true)}</div>
        </div>
        <div class="govuk-button-group">
          <Button text="Save and continue" preventDoubleClick />
          <Button text="Save draft" classes="govuk-button--secondary" name="intent" value="save-draft" />
          <Button text="Refuse" classes="govuk-button--warning" />
          <Button text="Not yet" disabled />
          <a class="govuk-link" href="#cancel">
            Cancel
          </a>
        </div>
      </form>
    </>
  )
}

function fields(end: string, wrong = false) {
  const error = (text: string) => wrong && { text }
  return (
    <>
      <Input
        name={`surname${end}`}
        label={{ text: 'Surname' }}
        hint={{ text: 'As the court writes it' }}
        autocomplete="off"
        value={wrong ? '<script>' : ''}
        errorMessage={error('Enter a surname')}
      />
      <Input
        name={`fine${end}`}
        label={{ text: 'Fine' }}
        prefix={{ text: '£' }}
        suffix={{ text: 'in all' }}
        inputmode="decimal"
        classes="govuk-input--width-5"
        errorMessage={error('Enter a sum')}
      />
      <DateInput
        id={`born${end}`}
        namePrefix={`born${end}`}
        fieldset={{ legend: { text: 'Date of birth', classes: 'govuk-fieldset__legend--s' } }}
        hint={{ text: 'For example, 31 3 1980' }}
        errorMessage={error('Date of birth must be in the past')}
        items={[
          { name: 'day', value: 3 },
          { name: 'month', value: 5 },
          { name: 'year', value: wrong ? 2199 : 1980, error: wrong },
        ]}
      />
      <MojDatePicker
        name={`on${end}`}
        label={{ text: 'Day of the appointment' }}
        hint={{ text: 'For example, 17/5/2027' }}
        errorMessage={error('Enter a day')}
      />
      <Radios
        name={`outcome${end}`}
        fieldset={{ legend: { text: 'Outcome', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={error('Choose an outcome')}
        value="absent"
        items={[
          { value: 'attended', text: 'Attended and complied' },
          {
            value: 'absent',
            text: 'Did not attend',
            hint: { text: 'A reason may be given later' },
            conditional: { html: <Input name={`reason${end}`} label={{ text: 'Reason given' }} /> },
          },
          { divider: 'or' },
          { value: 'other', text: 'Something else' },
        ]}
      />
      <Checkboxes
        name={`with${end}`}
        fieldset={{ legend: { text: 'With whom', classes: 'govuk-fieldset__legend--s' } }}
        hint={{ text: 'Choose all that apply' }}
        errorMessage={error('Choose who was there')}
        values={['officer']}
        items={[
          { value: 'officer', text: 'Probation officer' },
          { value: 'provider', text: 'Provider' },
          { divider: 'or' },
          { value: 'nobody', text: 'Nobody', behaviour: 'exclusive' },
        ]}
      />
      <Select
        name={`court${end}`}
        label={{ text: 'Court' }}
        value="b"
        errorMessage={error('Choose a court')}
        items={[
          { value: '', text: 'Choose' },
          { value: 'b', text: 'Northmoor Magistrates' },
          { value: 'c', text: 'Eastwick Crown Court' },
        ]}
      />
      <Textarea
        name={`note${end}`}
        label={{ text: 'Note' }}
        hint={{ text: 'Saved while you write' }}
        attributes={{ 'data-draft': true }}
        value="He said <b>nothing</b> & left."
        errorMessage={error('Enter a note')}
      />
      <CharacterCount
        name={`summary${end}`}
        label={{ text: 'Summary' }}
        maxlength={200}
        errorMessage={error('Summary must be 200 letters or fewer')}
      />
      <FileUpload name={`file${end}`} label={{ text: 'Letter' }} javascript errorMessage={error('Choose a file')} />
      <PasswordInput name={`password${end}`} label={{ text: 'Password' }} errorMessage={error('Enter a password')} />
      <Fieldset legend={{ text: 'Address', classes: 'govuk-fieldset__legend--s' }}>
        <Input name={`line${end}`} label={{ text: 'Address line 1' }} autocomplete="off" />
        <Input name={`postcode${end}`} label={{ text: 'Postcode' }} classes="govuk-input--width-10" />
      </Fieldset>
    </>
  )
}
