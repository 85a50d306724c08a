import { type Reason, reason, type Source } from '../../../platform/rules/index.ts'
import type {
  DeliveredOption,
  OptionFinding,
  PersonFacts,
  ProposalFacts,
  ProposalOption,
  WeeklyTime,
} from '../model.ts'
import { isFree } from './weekly-time.ts'

const local: Source = {
  kind: 'policy',
  cite: 'Delivery catalogue of the area',
  note: 'What runs where is kept by the people who deliver it.',
}
/** Where requirements must give way to the rest of a life. */
export const practicable: Source = {
  kind: 'assumption',
  cite: 'Sentencing Act 2020 s.208: as far as practicable, no conflict with beliefs, work or education',
  note: 'Which hours and places a person cannot attend is recorded; the reason is not passed on.',
}

export type Delivered = { readonly delivery: DeliveredOption | null; readonly findings: readonly OptionFinding[] }

/** Is the option delivered where the person lives, at a time and a place they can attend? Of several deliveries the one
 *  with the fewest obstacles is taken, then the shortest wait. */
export function deliveryOf(option: ProposalOption, facts: ProposalFacts): Delivered {
  if (!option.delivery) return { delivery: null, findings: [] }
  const { catalogue, person, area } = facts
  const entries = catalogue.area === area ? catalogue.entries.filter(one => one.option === option.id) : []
  if (entries.length === 0) {
    return { delivery: null, findings: [ask('delivery-not-known', `${option.name}: is it delivered in ${area}?`)] }
  }
  const tried = entries.map(delivery => ({ delivery, findings: obstacles(option, delivery, person) }))
  return tried.sort((one, other) => compare(one, other))[0]!
}

/** Has the delivery a time that is left when these hours are taken? True where no time is given. */
export function leavesATime({ times }: DeliveredOption, taken: readonly WeeklyTime[]): boolean {
  return times === null || times.length === 0 || times.some(time => isFree(time, taken))
}

function obstacles(option: ProposalOption, delivery: DeliveredOption, person: PersonFacts): readonly OptionFinding[] {
  if (delivery.runs === false) {
    return [refuse(local, reason('not-delivered-here', { option: option.id }), `${option.name} is not delivered here.`)]
  }
  const found: OptionFinding[] = []
  if (delivery.runs === null) found.push(ask('delivery-not-known', `${option.name}: does it run here at present?`))
  if (option.delivery !== 'attended') return found
  return [...found, ...timeObstacles(option, delivery, person), ...placeObstacles(option, delivery, person)]
}

function timeObstacles(
  option: ProposalOption,
  delivery: DeliveredOption,
  { cannotAttendHours }: PersonFacts,
): readonly OptionFinding[] {
  if (delivery.times?.length === 0 || cannotAttendHours?.length === 0) return []
  if (cannotAttendHours === null) return [ask('hours-not-known', 'Which hours can the person not attend?')]
  if (delivery.times === null) return [ask('times-not-known', `${option.name}: at which times is it offered?`)]
  if (leavesATime(delivery, cannotAttendHours)) return []
  const text = `${option.name} is offered only at times the person cannot attend.`
  return [refuse(practicable, reason('no-time-the-person-can-attend', { option: option.id }), text)]
}

function placeObstacles(
  option: ProposalOption,
  { place }: DeliveredOption,
  { cannotAttendPlaces }: PersonFacts,
): readonly OptionFinding[] {
  if (cannotAttendPlaces?.length === 0) return []
  if (cannotAttendPlaces === null) return [ask('places-not-known', 'Which places can the person not attend?')]
  if (place === null) return [ask('place-not-known', `${option.name}: where is it offered?`)]
  if (!cannotAttendPlaces.includes(place)) return []
  const text = `${option.name} is at ${place}, which the person cannot attend.`
  return [refuse(practicable, reason('place-the-person-cannot-attend', { option: option.id, place }), text)]
}

function refuse(source: Source, why: Reason, text: string): OptionFinding {
  return { status: 'not-eligible', law: false, rule: why.code, from: null, source, reason: why, text, questions: [] }
}

function ask(code: string, question: string): OptionFinding {
  const questions = [{ fact: code, question }]
  const why = reason(code)
  return {
    status: 'needs-information',
    law: false,
    rule: code,
    from: null,
    source: local,
    reason: why,
    text: question,
    questions,
  }
}

type Tried = { readonly delivery: DeliveredOption; readonly findings: readonly OptionFinding[] }

function compare(one: Tried, other: Tried): number {
  const refusals = ({ findings }: Tried) => findings.filter(found => found.status === 'not-eligible').length
  const wait = ({ delivery }: Tried) => delivery.waitWeeks ?? Number.MAX_SAFE_INTEGER
  const name = ({ delivery }: Tried) => JSON.stringify([delivery.provider, delivery.place, delivery])
  return (
    refusals(one) - refusals(other) ||
    one.findings.length - other.findings.length ||
    wait(one) - wait(other) ||
    (name(one) < name(other) ? -1 : 1)
  )
}
