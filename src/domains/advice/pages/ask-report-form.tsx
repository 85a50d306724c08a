import { Button, InsetText } from '../../../platform/components/index.ts'
import { newId } from '../../../platform/store/index.ts'
import { ChoiceField, DayField, Form, LongTextField, SelectField, TextField } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import { kindWords, pleaOverallWords, remandWords } from '../request-words.ts'
import type { AskModel } from './ask-report.view.ts'

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))
const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]
const { 'before-plea': _beforePlea, ...afterConviction } = kindWords

/** The form to ask for a report, filled from the hearing where there is one. What the court gave is shown, not asked. */
export function AskReportForm({ model, beforePlea }: { readonly model: AskModel; readonly beforePlea: boolean }) {
  const { facts } = model
  const main = facts.offences[0]
  return (
    <Form intent="ask">
      <input type="hidden" name="formId" value={newId()} />
      {model.fromHearing && (
        <InsetText>Filled in from the hearing of {longDate(model.fromHearing)}. Correct what is not right.</InsetText>
      )}
      {!beforePlea && (
        <SelectField name="kind" label="Report" value="after-conviction" choices={choices(afterConviction)} />
      )}
      <SelectField name="court" label="Court" value={model.courtCode} choices={model.courts} />
      <DayField
        name="requiredBy"
        label={beforePlea ? 'Day of the first hearing' : 'Needed by'}
        hint="A day on which the court sits"
        value={model.requiredBy}
      />
      {!beforePlea && (
        <TextField name="neededBy" label="If it is needed today, by what time? (optional)" hint="For example, 2pm" />
      )}
      <TextField name="mainOffence" label="Main offence" value={main?.title ?? null} wide />
      <TextField name="mainOffenceCode" label="Offence code (optional)" value={main?.code ?? null} />
      <LongTextField
        name="otherOffences"
        label="Other offences (optional)"
        hint="One on each line"
        rows={2}
        value={facts.offences
          .slice(1)
          .map(one => one.title)
          .join('\n')}
      />
      <DayField
        name="committedOn"
        label="Day of the offence (optional)"
        value={main?.committedOn ? longDate(main.committedOn) : null}
      />
      {!beforePlea && (
        <DayField
          name="convictedOn"
          label="Convicted on (optional)"
          value={main?.convictedOn ? longDate(main.convictedOn) : null}
        />
      )}
      {!beforePlea && <SelectField name="plea" label="Plea" value={facts.plea} choices={choices(pleaOverallWords)} />}
      <SelectField name="remand" label="Remand" value={facts.remand} choices={choices(remandWords)} />
      <TextField name="prison" label="Prison (if in custody)" />
      {beforePlea && <BeforePleaQuestions />}
      {!beforePlea && (
        <>
          <LongTextField
            name="indication"
            label="What the court indicated (optional)"
            hint="It binds nobody"
            rows={2}
          />
          <LongTextField
            name="requirementsIndicated"
            label="Requirements the court wants considered (optional)"
            rows={2}
          />
        </>
      )}
      <TextField name="interpreter" label="Interpreter for (optional)" hint="The language" />
      <LongTextField name="notes" label="Notes for the writer (optional)" rows={2} />
      <TextField name="notify" label="Colleague to tell (optional)" wide />
      <Button text={beforePlea ? 'Record the request' : 'Ask for the report'} />
    </Form>
  )
}

/** What the defence must say; a question left open makes the request incomplete, which is said and not guessed. */
function BeforePleaQuestions() {
  return (
    <>
      <TextField name="representative" label="Who represents the person" wide />
      <TextField name="firm" label="Firm (optional)" wide />
      <DayField name="initialDetailsOn" label="Initial details served on" />
      <ChoiceField
        name="anticipatedPlea"
        label="How is the first hearing listed?"
        choices={[
          { value: 'guilty', text: 'Guilty anticipated plea' },
          { value: 'not-guilty', text: 'Not guilty anticipated plea' },
        ]}
      />
      <ChoiceField
        name="bailOrPostal"
        label="Is the person on bail or summoned by postal requisition?"
        choices={yesNo}
      />
      <ChoiceField name="magistratesSentence" label="Is sentence likely in the magistrates’ court?" choices={yesNo} />
      <ChoiceField
        name="guiltyToAllOnFullBasis"
        label="Will the person plead guilty to all offences on the full prosecution basis?"
        choices={yesNo}
      />
      <ChoiceField
        name="passesCommunityThreshold"
        label="Is the offence likely to pass the community threshold?"
        choices={yesNo}
      />
      <ChoiceField
        name="consents"
        label="Will the person co-operate, and do they understand that this is no indication of sentence?"
        hint="Their consent is recorded with this answer"
        choices={yesNo}
      />
    </>
  )
}
