import type { Problem } from '../generation-one-model.ts'

/** L low, M medium, H high, V very high; NA not applicable. Null is not known. */
export type RiskLevel = 'L' | 'M' | 'H' | 'V'
export type Level = 'L' | 'M' | 'H'
/** H high intensity (custody only), M moderate intensity, A alternative, O something is missing. */
export type Pathway = 'H' | 'M' | 'A' | 'O'

export type ProgrammeNeedFacts = {
  readonly setting: 'community' | 'custody'
  /** 1.30 and 6.11. */
  readonly everSexualOffence: boolean | null
  readonly q6_11: boolean | null
  readonly q6_1: Problem | null
  readonly q6_6: Problem | null
  readonly q6_12: Problem | null
  readonly q7_3: Problem | null
  readonly q10_1: Problem | null
  readonly q11_2: Problem | null
  readonly q11_3: Problem | null
  readonly q11_4: Problem | null
  readonly q11_6: Problem | null
  readonly q11_11: Problem | null
  readonly q11_12: Problem | null
  readonly q12_1: Problem | null
  readonly q12_9: Problem | null
  readonly generalRisk: RiskLevel | null
  readonly violenceRisk: RiskLevel | null
  readonly directContact: RiskLevel | 'NA' | null
  readonly images: RiskLevel | 'NA' | null
  readonly combinedPercent: number | null
  /** Spousal assault risk: 1 low, 2 medium, 3 high. */
  readonly saraPartner: number | null
  readonly saraOther: number | null
}

export type Domains = {
  readonly sex: number
  readonly thinking: number
  readonly relationship: number
  readonly selfManagement: number
}

/** `missing` names what stands in the way of a pathway, only where the pathway is an omission. */
export type ProgrammeNeeds = {
  readonly pathway: Pathway
  readonly need: Level
  readonly risk: Level
  readonly domains: Domains
  readonly missing: readonly string[]
}

/** Which programme pathway fits need and risk. Missing answers matter only when the worst answer would change the
 *  pathway. Rule: actuarial-risk.md section 4. */
export function programmeNeeds(facts: ProgrammeNeedFacts): ProgrammeNeeds {
  const domains = domainsOf(facts, 'actual')
  const need = needOf(domains)
  const risk = riskOf(facts)
  const worstNeed = needOf(domainsOf(facts, 'worst'))
  const worstRisk: Level = missingRisk(facts).length > 0 ? 'H' : risk
  const pathway = pathwayOf(facts, { need, risk, worstNeed, worstRisk })
  const missing = pathway === 'O' ? [...missingNeed(facts), ...missingRisk(facts)] : []
  return { pathway, need, risk, domains, missing }
}

type Levels = { readonly need: Level; readonly risk: Level; readonly worstNeed: Level; readonly worstRisk: Level }

function pathwayOf(facts: ProgrammeNeedFacts, { need, risk, worstNeed, worstRisk }: Levels): Pathway {
  const community = facts.setting === 'community'
  const sara = Math.max(facts.saraPartner ?? 0, facts.saraOther ?? 0)
  const saraKnown = facts.saraPartner !== null && facts.saraOther !== null
  const matrix = matrixOf(need, risk, sara)

  if (isHigh(facts.generalRisk) && (isHigh(facts.violenceRisk) || sara === 3)) return community ? 'M' : 'H'
  if (community && sara > 1) return 'M'
  if (!community && matrix === 'H') return 'H'
  if (community && matrix !== 'A') return 'M'
  if (saraKnown && matrixOf(worstNeed, worstRisk, sara) === 'A') return 'A'
  if (!saraKnown && matrix === 'A') return 'O'
  if (need !== worstNeed || risk !== worstRisk) return 'O'
  return matrix
}

function matrixOf(need: Level, risk: Level, sara: number): 'H' | 'M' | 'A' {
  if (need === 'H' && risk === 'H') return 'H'
  if (need !== 'L' && risk !== 'L') return 'M'
  return sara > 1 ? 'M' : 'A'
}

type Reading = 'actual' | 'worst'

function domainsOf(facts: ProgrammeNeedFacts, reading: Reading): Domains {
  return {
    sex: stepped(sexItems(facts, reading), 2, 4),
    thinking: stepped(thinkingItems(facts, reading), 1, 3),
    relationship: stepped(sumOf([facts.q6_1, facts.q6_6, facts.q7_3, facts.q11_3], reading), 2, 5),
    selfManagement: stepped(sumOf([facts.q11_2, facts.q11_4, facts.q11_6, facts.q10_1], reading), 2, 5),
  }
}

/** Asked only where there is sexual offending or 6.11; a full answer to 11.12 alone makes the domain high. */
function sexItems(facts: ProgrammeNeedFacts, reading: Reading): number {
  const worst = reading === 'worst'
  if (facts.everSexualOffence === null && facts.q6_11 === false) return worst ? 6 : 0
  if (!facts.everSexualOffence && !facts.q6_11) return 0
  const interest = facts.q11_12 === 2 ? 6 : (facts.q11_12 ?? (worst ? 6 : 0))
  return interest + sumOf([facts.q11_11, facts.q6_12], reading)
}

/** Pro-criminal attitudes in full alone make the domain high. */
function thinkingItems({ q12_1, q12_9 }: ProgrammeNeedFacts, reading: Reading): number {
  if (q12_1 === 2) return 4
  return (q12_1 ?? (reading === 'worst' ? 4 : 0)) + sumOf([q12_9], reading)
}

function sumOf(answers: readonly (Problem | null)[], reading: Reading): number {
  return answers.reduce<number>((sum, answer) => sum + (answer ?? (reading === 'worst' ? 2 : 0)), 0)
}

function stepped(raw: number, one: number, two: number): number {
  return raw >= two ? 2 : raw >= one ? 1 : 0
}

function needOf({ sex, thinking, relationship, selfManagement }: Domains): Level {
  const total = sex + thinking + relationship + selfManagement
  return total >= 6 ? 'H' : total >= 3 ? 'M' : 'L'
}

function riskOf(facts: ProgrammeNeedFacts): Level {
  const { generalRisk, violenceRisk, directContact, images, saraPartner, saraOther } = facts
  const combined = noSexualBand(facts) ? facts.combinedPercent : null
  const levels = [generalRisk, violenceRisk, directContact]
  const saras = [saraPartner, saraOther]
  if (levels.some(isHigh) || images === 'H' || (combined ?? 0) >= 3 || saras.includes(3)) return 'H'
  if ([...levels, images].includes('M') || (combined ?? 0) >= 1 || saras.includes(2)) return 'M'
  return 'L'
}

/** The combined predictor counts only where neither sexual predictor applies. */
function noSexualBand({ directContact, images }: ProgrammeNeedFacts): boolean {
  return directContact === 'NA' && images === 'NA'
}

function isHigh(level: RiskLevel | 'NA' | null): boolean {
  return level === 'H' || level === 'V'
}

function missingRisk(facts: ProgrammeNeedFacts): readonly string[] {
  const names = ['generalRisk', 'violenceRisk', 'directContact', 'images', 'saraPartner', 'saraOther'] as const
  const missing: string[] = names.filter(name => facts[name] === null)
  if (noSexualBand(facts) && facts.combinedPercent === null) missing.push('combinedPercent')
  return missing
}

/** The answers of the need domains that are not there, whether or not they matter. */
export function missingNeed(facts: ProgrammeNeedFacts): readonly string[] {
  const names = ['q12_1', 'q12_9', 'q6_1', 'q6_6', 'q7_3', 'q11_3', 'q11_2', 'q11_4', 'q11_6', 'q10_1'] as const
  const missing: string[] = names.filter(name => facts[name] === null)
  if (facts.everSexualOffence || facts.q6_11) {
    missing.push(...(['q11_12', 'q11_11', 'q6_12'] as const).filter(name => facts[name] === null))
  } else if (facts.everSexualOffence === null) missing.push('everSexualOffence')
  return missing
}
