import { z } from 'zod'
import { BackLink, Button, Input } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok } from '../../../platform/errors/index.ts'
import { isId } from '../../../platform/store/index.ts'
import { type At, Form, page, post, useAnswer, useProblem } from '../../../platform/web/index.ts'
import { enterSentence } from '../commands/enter-sentence.ts'
import { appearanceFacts, hearingDays, offencesCharged } from '../queries/defendant-at-court.ts'
import type { OrderForm } from '../rules/order-form.ts'
import { defendantPath } from './addresses.ts'
import { blankOrderForm } from './blank-order-form.ts'
import { defendantName } from './defendant.view.ts'
import { textField } from './form-fields.ts'
import { OrderFields } from './order-form.tsx'
import { readOrderForm } from './order-form-answers.ts'

type EnterSentenceModel = { readonly name: string; readonly form: OrderForm; readonly backTo: string }

/** A sentence typed in, by the same form and the same checks as a proposed one. */
export const enterSentencePage = page<EnterSentenceModel>({
  path: '/court/defendants/:person/:appearance/sentence',
  name: 'court.enter-sentence',
  title: 'Enter a sentence',
  allow: 'court.enter-sentence',
  section: 'courts',
  async view(ctx, at) {
    const { facts, form } = await startOf(ctx, at)
    ctx.look('court.enter-sentence', [facts.personId])
    return { name: defendantName(facts), form, backTo: `${defendantPath(facts.personId, facts.id)}#outcome` }
  },
  before: model => <BackLink href={model.backTo} text="Defendant" />,
  body: model => (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{model.name}</span>
        Enter a sentence
      </h1>
      <p class="govuk-body">
        Only when the court’s results have not come. A message that brings the same sentence later finds this one and
        makes no second.
      </p>
      <Form>
        <OrderFields form={model.form} />
        <Despite />
        <Button text="Put it on the record" />
      </Form>
    </>
  ),
  posts: {
    '': post({
      allow: 'court.enter-sentence',
      form: z.object({ despite: textField }),
      async run(ctx, form, at) {
        const { facts, form: base } = await startOf(ctx, at)
        const read = readOrderForm(at.answers, base, ctx.today)
        if (!read.ok) return read
        const despite = form.despite.trim() ? { despite: form.despite } : {}
        const done = await enterSentence(ctx, { appearanceId: facts.id, order: read.value, ...despite })
        const to = `${defendantPath(facts.personId, facts.id)}#outcome`
        return done.ok ? ok({ to, say: 'The sentence is on the record' }) : done
      },
    }),
  },
})

async function startOf(ctx: Context, at: At) {
  const { person = '', appearance = '' } = at.params
  const facts = isId(person) && isId(appearance) ? await appearanceFacts(ctx.tx, person, appearance) : undefined
  if (!facts) throw new NotFound('This case is not on the list.')
  const [first] = await hearingDays(ctx.tx, facts.hearingId)
  const offences = await offencesCharged(ctx.tx, facts.personId, facts.id)
  return { facts, form: blankOrderForm(facts.courtCode, offences, first?.day ?? ctx.today) }
}

function Despite() {
  return (
    <Input
      id="despite"
      name="despite"
      label={{ text: 'If a limit of the law seems broken: why is it recorded all the same?' }}
      value={useAnswer('despite')}
      errorMessage={useProblem('despite')}
      classes="govuk-!-width-two-thirds"
    />
  )
}
