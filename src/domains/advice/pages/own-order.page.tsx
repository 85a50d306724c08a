import { z } from 'zod'
import { Button, Checkboxes, InsetText } from '../../../platform/components/index.ts'
import { ok, problems, type Result } from '../../../platform/errors/index.ts'
import {
  ChoiceField,
  Form,
  LongTextField,
  TextField,
  useAnswer,
  useProblem,
  useUi,
} from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { type LengthUnit, requirementType } from '../../sentence/index.ts'
import { chooseProposal } from '../commands/choose-proposal.ts'
import type { PackageRequirement } from '../model.ts'
import { overrideReasons } from '../parameters/override-reasons.ts'
import { proposalOptions } from '../parameters/proposal-options.ts'
import type { ChosenOrder } from '../rules/choose-package.ts'
import { requirementAsProposed } from '../rules/requirement-as-proposed.ts'
import { familyWords, statusWords } from './proposal.view.ts'
import { type ProposalAt, proposalAt } from './proposal-at.ts'

const text = z.string().default('')
const several = z.union([z.string().transform(one => [one]), z.array(z.string())]).default([])
const required = proposalOptions.filter(one => one.requirement !== null)
const units: readonly LengthUnit[] = ['hours', 'days', 'weeks', 'months', 'sessions']

export const ownOrderPage = casePage<ProposalAt>({
  path: '/reports/:request/proposal/own',
  name: 'advice.own-order',
  title: 'Build another order',
  allow: 'advice.write',
  tab: null,
  view: (ctx, opened, { params }) => proposalAt(ctx, opened, params.request, ''),
  body: at => (
    <>
      <h1 class="govuk-heading-l">Build another order</h1>
      <InsetText>
        Anything lawful may be proposed. What the law forbids, or asks first, cannot be. Outside the frame a manager
        agrees before it goes forward.
      </InsetText>
      <Form intent="choose" action={`${at.base}/own`}>
        <ChoiceField
          name="family"
          label="Order"
          value={at.proposal.family}
          choices={Object.entries(familyWords).map(([value, words]) => ({ value, text: words }))}
        />
        <TextField
          name="months"
          label="Length in months"
          hint="Of the order, or of the custodial term that is suspended"
        />
        <TextField name="operational" label="Operational period in months (suspended sentence)" />
        <TextField name="supervision" label="Supervision period in months (suspended sentence)" />
        <Requirements at={at} />
        <Reasons />
        <LongTextField name="text" label="Why" hint="At least 20 characters" />
        <Button text="Choose this order" />
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={at.base}>
          Back to the proposal
        </a>
      </p>
    </>
  ),
  posts: {
    choose: casePost({
      allow: 'advice.write',
      form: z.looseObject({
        family: text,
        months: text,
        operational: text,
        supervision: text,
        requirements: several,
        codes: several,
        text,
      }),
      run: async (ctx, opened, form, { params }) => {
        const at = await proposalAt(ctx, opened, params.request, '')
        const chosen = orderTyped(form, at)
        if (!chosen.ok) return chosen
        const done = await chooseProposal(ctx, {
          ...{ personId: at.request.personId, requestId: at.request.id, chosen: chosen.value },
          asked: chosen.value.family,
          override: { codes: form.codes, text: form.text },
        })
        if (!done.ok) return done
        const say = done.value.awaitsManager ? 'The order is kept and waits for a manager' : 'The order is chosen'
        return ok({ to: at.base, say })
      },
    }),
  },
})

function Requirements({ at }: { readonly at: ProposalAt }) {
  const { answers } = useUi()
  const problem = useProblem('requirements')
  const ticked = [answers.requirements ?? []].flat()
  return (
    <Checkboxes
      name="requirements"
      fieldset={{ legend: { text: 'Requirements', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problem}
      values={ticked}
      items={required.map(option => {
        const verdict = at.proposal.options.find(one => one.option.id === option.id)
        const against =
          verdict && verdict.status !== 'available'
            ? `${statusWords[verdict.status]}: ${verdict.findings[0]?.text ?? ''}`
            : undefined
        return {
          value: option.id,
          text: option.name,
          ...(against ? { hint: { text: against } } : {}),
          conditional: { html: <Amount option={option.id} kind={option.requirement!} /> },
        }
      })}
    />
  )
}

function Amount({ option, kind }: { readonly option: string; readonly kind: Parameters<typeof requirementType>[0] }) {
  return (
    <TextField
      name={`amount-${option}`}
      label={`How long: ${requirementType(kind).name.toLowerCase()}`}
      hint="Like 120 hours, 20 days or 3 months; may be left empty"
      value={useAnswer(`amount-${option}`)}
    />
  )
}

function Reasons() {
  const { answers } = useUi()
  return (
    <Checkboxes
      name="codes"
      fieldset={{ legend: { text: 'Reasons', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={useProblem('codes')}
      values={[answers.codes ?? []].flat()}
      items={overrideReasons.map(code => ({ value: code, text: reasonWords[code] }))}
    />
  )
}

const reasonWords: Readonly<Record<(typeof overrideReasons)[number], string>> = {
  'circumstance-not-in-tool': 'A circumstance this proposal does not know',
  suitability: 'What suits the person',
  'person-cannot-comply': 'The person could not comply',
  'cultural-or-disability': 'Culture or disability',
  'court-indication': 'The court said what it has in mind',
  'local-unavailable': 'Not available here',
  safeguarding: 'Safeguarding',
  'victim-safety': 'Safety of a victim',
  other: 'Other',
}

type Typed = {
  readonly family: string
  readonly months: string
  readonly operational: string
  readonly supervision: string
  readonly requirements: readonly string[]
  readonly [field: string]: unknown
}

function orderTyped(form: Typed, at: ProposalAt): Result<ChosenOrder> {
  const family = form.family
  if (family !== 'community-order' && family !== 'suspended-sentence') {
    return problems({ field: 'family', code: 'family-missing', text: 'Choose the order' })
  }
  const lengths: (number | null)[] = []
  for (const field of ['months', 'operational', 'supervision'] as const) {
    const typed = form[field].trim()
    if (typed !== '' && !/^\d{1,3}$/.test(typed)) {
      return problems({ field, code: 'months-wrong', text: 'Enter whole months, such as 12' })
    }
    lengths.push(typed === '' ? null : Number(typed))
  }
  const requirements: PackageRequirement[] = []
  for (const id of form.requirements) {
    const option = required.find(one => one.id === id)
    if (!option) return problems({ field: 'requirements', code: 'option-not-known', text: 'Choose from the list' })
    const as = requirementAsProposed(option, null, true, at.facts.sentencedOn)!
    const typed = String(form[`amount-${id}`] ?? '').trim()
    const match = /^(\d{1,4}) *([a-z]+)$/i.exec(typed)
    const unit = units.find(one => one === match?.[2]?.toLowerCase() || one === `${match?.[2]?.toLowerCase()}s`)
    if (typed !== '' && (!match || !unit)) {
      const say = `${option.name}: write an amount such as 120 hours, 20 days or 3 months`
      return problems({ field: `amount-${id}`, code: 'amount-wrong', text: say })
    }
    requirements.push({ ...as, length: match && unit ? { amount: Number(match[1]), unit } : null })
  }
  const term = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? null : { months: amount }
  const suspended = family === 'suspended-sentence'
  return ok({
    family,
    length: term(lengths[0]),
    operationalPeriod: suspended ? term(lengths[1]) : null,
    supervisionPeriod: suspended ? term(lengths[2]) : null,
    requirements,
  })
}
