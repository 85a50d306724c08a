import { z } from 'zod'
import { atLondon, type LocalDate } from '../../../platform/calendar/index.ts'
import { ok, type Problem, type Result } from '../../../platform/errors/index.ts'
import type { Choice } from '../../../platform/web/index.ts'
import { longDate } from '../../../platform/words/index.ts'
import type { HearingForReport } from '../../court/index.ts'
import type { Court } from '../../organisation/index.ts'
import type { ReportToRequest } from '../commands/request-report.ts'
import { noFacts, type ReportKind, type RequestedOffence, type RequestFacts } from '../request-model.ts'
import { kindWords, pleaOverallWords, remandWords } from '../request-words.ts'
import { dayOrNone, timeTyped } from './form-answers.ts'

export type AskModel = {
  readonly facts: RequestFacts
  readonly courts: readonly Choice[]
  readonly courtCode: string
  readonly requiredBy: string | null
  readonly fromHearing: LocalDate | null
}

/** The form as it opens: from the hearing where there is one, else empty. */
export function askModel(
  courts: readonly Court[],
  courtCodes: readonly string[],
  from: { readonly hearing: HearingForReport; readonly facts: RequestFacts } | null,
): AskModel {
  const code =
    from?.hearing.next?.courtCode ?? from?.hearing.courtCode ?? (courtCodes.length === 1 ? courtCodes[0]! : '')
  return {
    facts: from?.facts ?? noFacts,
    courts: courts.map(court => ({ value: court.code, text: court.name })),
    courtCode: code,
    requiredBy: from?.hearing.next?.day ? longDate(from.hearing.next.day) : null,
    fromHearing: from?.hearing.day ?? null,
  }
}

const text = z.string().default('')
const yesNo = text.transform(value => (value === 'yes' ? true : value === 'no' ? false : null))

export const askForm = z.object({
  formId: z.uuid('Open the page again'),
  kind: text,
  court: text,
  requiredBy: text,
  neededBy: text,
  mainOffence: text,
  mainOffenceCode: text,
  otherOffences: text,
  committedOn: text,
  convictedOn: text,
  plea: text,
  remand: text,
  prison: text,
  indication: text,
  requirementsIndicated: text,
  interpreter: text,
  notes: text,
  notify: text,
  representative: text,
  firm: text,
  initialDetailsOn: text,
  anticipatedPlea: text,
  bailOrPostal: yesNo,
  magistratesSentence: yesNo,
  guiltyToAllOnFullBasis: yesNo,
  passesCommunityThreshold: yesNo,
  consents: yesNo,
})

type Asked = z.infer<typeof askForm>

/** Reads the answers of the form into what the command takes; every field that cannot be read has its own problem.
 *  Offences the hearing gave keep their code and days while their title is not changed. */
export function readAsked(
  form: Asked,
  given: {
    readonly personId: string
    readonly appearanceId: string | null
    readonly hearing: { readonly hearing: HearingForReport; readonly facts: RequestFacts } | null
    readonly beforePlea: boolean
  },
  today: LocalDate,
): Result<ReportToRequest> {
  const wrong: Problem[] = []
  const read = <T>(result: Result<T>): T | null => {
    if (result.ok) return result.value
    wrong.push(...result.problems)
    return null
  }
  const requiredBy = read(dayOrNone(form.requiredBy, 'requiredBy', today))
  const committedOn = read(dayOrNone(form.committedOn, 'committedOn', today))
  const convictedOn = read(dayOrNone(form.convictedOn, 'convictedOn', today))
  const initialDetailsOn = read(dayOrNone(form.initialDetailsOn, 'initialDetailsOn', today))
  const time = form.neededBy.trim() === '' ? null : read(timeTyped(form.neededBy, 'neededBy'))
  if (given.beforePlea && !form.representative.trim()) {
    wrong.push({ field: 'representative', code: 'missing', text: 'Enter who represents the person' })
  }
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const main = { title: form.mainOffence.trim(), code: form.mainOffenceCode.trim() || null, committedOn, convictedOn }
  const others = form.otherOffences.split('\n').flatMap(line => line.trim() || [])
  const kind = given.beforePlea ? 'before-plea' : keyIn<ReportKind>(kindWords, form.kind, 'after-conviction')
  const known = given.hearing?.facts.offences ?? []
  return ok({
    personId: given.personId,
    kind,
    courtCode: form.court,
    appearanceId: given.appearanceId,
    caseReference: given.hearing?.hearing.caseReference ?? null,
    requiredBy,
    neededBy: time === null || requiredBy === null ? null : atLondon(requiredBy, time),
    formId: form.formId,
    facts: {
      ...noFacts,
      ...(given.hearing?.facts ?? {}),
      offences: [offence(main, true, known), ...others.map(title => offence({ title }, false, known))],
      plea: given.beforePlea ? 'not-known' : keyIn(pleaOverallWords, form.plea, 'not-known'),
      remand: keyIn(remandWords, form.remand, 'not-known'),
      prison: form.prison.trim() || null,
      hearingDay: given.hearing?.hearing.day ?? null,
      indication: form.indication.trim() || null,
      requirementsIndicated: form.requirementsIndicated.trim() || null,
      interpreter: form.interpreter.trim() || null,
      notes: form.notes.trim() || null,
      notify: form.notify.trim() || null,
      beforePlea: given.beforePlea
        ? {
            representative: form.representative.trim(),
            firm: form.firm.trim() || null,
            initialDetailsOn,
            anticipatedPlea:
              form.anticipatedPlea === 'guilty' || form.anticipatedPlea === 'not-guilty' ? form.anticipatedPlea : null,
            bailOrPostal: form.bailOrPostal,
            magistratesSentence: form.magistratesSentence,
            guiltyToAllOnFullBasis: form.guiltyToAllOnFullBasis,
            passesCommunityThreshold: form.passesCommunityThreshold,
            consents: form.consents,
          }
        : null,
    },
  })
}

function offence(
  said: Partial<RequestedOffence> & { readonly title: string },
  main: boolean,
  known: readonly RequestedOffence[],
): RequestedOffence {
  const same = known.find(one => one.title === said.title)
  return {
    title: said.title,
    code: said.code ?? same?.code ?? null,
    committedOn: said.committedOn ?? same?.committedOn ?? null,
    convictedOn: said.convictedOn ?? same?.convictedOn ?? null,
    maximumPenalty: same?.maximumPenalty ?? null,
    main,
  }
}

function keyIn<Key extends string>(words: Readonly<Record<Key, string>>, given: string, otherwise: Key): Key {
  return (Object.keys(words) as Key[]).find(key => key === given) ?? otherwise
}
