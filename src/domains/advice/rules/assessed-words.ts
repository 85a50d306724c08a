import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { AssessedAnswer, AssessedFacts, NeedArea } from '../../assessment/index.ts'
import { type Known, type PrefillFacts, thirdPartyWords } from './prefill.ts'

/** The issue of the report under which each area of need falls. Source: ours; the report's issues are those of the
 *  earlier forms (pre-sentence-report.md section 5). */
const issueOf: Readonly<Record<NeedArea, string>> = {
  accommodation: 'accommodation',
  'education-employment': 'education-employment',
  finance: 'finance',
  relationships: 'relationships',
  lifestyle: 'other',
  drugs: 'substance-use',
  alcohol: 'substance-use',
  'emotional-wellbeing': 'health',
  'thinking-behaviour': 'thinking',
  attitudes: 'thinking',
}
const levelWords = { none: 'not a need', standard: 'a need', severe: 'a severe need' } as const
const source = 'Assessment'

export type AssessedForReport = Pick<
  PrefillFacts,
  'needs' | 'strengths' | 'harm' | 'harmTexts' | 'unsigned' | 'layer'
> & { readonly harmFactors: readonly Known[] }

/** What a report takes from the assessment, in words with the day somebody last stood by them. Only a signed assessment
 *  fills anything in; an answer with third-party information is named and not repeated. */
export function assessedWords(facts: AssessedFacts | null): AssessedForReport {
  const nothing = { needs: [], strengths: [], harm: null, harmTexts: [], harmFactors: [], layer: null }
  if (!facts) return { ...nothing, unsigned: false }
  if (facts.signedOn === null) return { ...nothing, unsigned: true }
  const { levels } = facts.harm
  const community = levels?.community
  return {
    unsigned: false,
    layer: facts.needs.length > 0 ? 'full' : 'basic',
    needs: facts.needs
      .filter(need => need.level !== null || need.harmLinked !== null || need.reoffendingLinked !== null)
      .map(need => ({
        ...{ label: need.title, text: needText(need), source, asAt: sectionDay(facts, need.section) },
        ...{ issue: issueOf[need.area], isNeed: isNeed(need) },
      })),
    strengths: strengthsNamed(facts),
    harm: community
      ? {
          children: community.children,
          public: community.public,
          knownAdult: community['known-adult'],
          staff: community.staff,
          asAt: newestDay([...facts.sources].filter(([code]) => code.startsWith('SUM6.'))),
        }
      : null,
    harmTexts: levels
      ? facts.harm.texts.map(({ question, text, answer }) => said(text, answer, facts.sources.get(question)))
      : [],
    harmFactors: facts.harmFactors
      .filter(factor => factor.ticked)
      .map(factor => ({
        ...{ label: 'Harm factor', text: factor.text, source },
        asAt: facts.sources.get('RM28')?.on ?? facts.signedOn,
      })),
  }
}

type Need = AssessedFacts['needs'][number]

function isNeed({ level, harmLinked, reoffendingLinked }: Need): boolean {
  return level === 'standard' || level === 'severe' || harmLinked === true || reoffendingLinked === true
}

function needText({ level, harmLinked, reoffendingLinked }: Need): string {
  const links = [...(harmLinked ? ['serious harm'] : []), ...(reoffendingLinked ? ['reoffending'] : [])]
  const linked = links.length > 0 ? `, linked to ${links.join(' and ')}` : ''
  return `${level === null ? 'level not known' : levelWords[level]}${linked}`
}

/** The strengths an assessor named, in the assessor's words. */
function strengthsNamed(facts: AssessedFacts): readonly Known[] {
  return facts.questionSet.sections.flatMap(section =>
    section.questions
      .filter(question => question.role === 'strengths-details')
      .flatMap(({ code }) => {
        const answer = facts.answers.get(code)
        if (typeof answer !== 'string' || answer.trim() === '') return []
        return [said(section.title, answer, facts.sources.get(code))]
      }),
  )
}

function said(label: string, answer: string, from: AssessedAnswer | undefined): Known {
  const text = from?.thirdParty ? thirdPartyWords : answer.trim()
  return { label, text, source, asAt: from?.on ?? null }
}

function sectionDay(facts: AssessedFacts, section: string): LocalDate | null {
  const codes = facts.questionSet.sections.find(one => one.code === section)?.questions.map(one => one.code) ?? []
  return newestDay([...facts.sources].filter(([code]) => codes.includes(code)))
}

function newestDay(answers: readonly (readonly [string, AssessedAnswer])[]): LocalDate | null {
  return (
    answers
      .map(([, answer]) => answer.on)
      .sort()
      .at(-1) ?? null
  )
}
