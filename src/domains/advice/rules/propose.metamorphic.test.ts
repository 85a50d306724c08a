import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NeedArea } from '../../assessment/index.ts'
import type { DeliveredOption, Need, ProposalFacts, SeriousnessBand, Treatment } from '../model.ts'
import { coveredNeeds, scoreLines, totalOf } from './package-score.ts'
import { everythingRuns, exampleFacts, withDelivery } from './proposal.fixture.ts'
import { propose } from './propose.ts'
import { forbidden, lawOf } from './proposed-law.ts'
import { factNames } from './rule-facts.ts'

const areas: readonly NeedArea[] = ['accommodation', 'finance', 'drugs', 'alcohol', 'thinking-behaviour', 'attitudes']
const known = fc.option(fc.boolean())
const treatment: fc.Arbitrary<Treatment> = fc.oneof(
  fc.constant({ criterionMet: true, susceptible: true, arranged: true, willing: true }),
  fc.record({ criterionMet: known, susceptible: known, arranged: known, willing: known }),
)
const need: fc.Arbitrary<Need> = fc.record({
  area: fc.constantFrom(...areas),
  severity: fc.option(fc.constantFrom('none' as const, 'standard' as const, 'severe' as const)),
  harmLinked: fc.boolean(),
  reoffendingLinked: fc.boolean(),
})
const delivery: fc.Arbitrary<DeliveredOption> = fc
  .record({
    entry: fc.constantFrom(...everythingRuns),
    runs: known,
    waitWeeks: fc.option(fc.integer({ min: 0, max: 40 })),
    hoursAWeek: fc.option(fc.integer({ min: 1, max: 12 })),
  })
  .map(({ entry, ...change }) => ({ ...entry, ...change }))
const bands: readonly SeriousnessBand[] = ['low', 'medium', 'high', 'custody-threshold']

const facts: fc.Arbitrary<ProposalFacts> = fc
  .record({
    seriousness: fc.option(fc.constantFrom(...bands), { freq: 8 }),
    convictedOn: fc.option(fc.constantFrom('2022-06-27' as const, '2022-06-28' as const, '2026-11-02' as const)),
    imprisonable: fc.option(fc.constant(true), { freq: 9 }),
    alcoholFactor: known,
    custodialTerm: fc.option(fc.integer({ min: 1, max: 24 }).map(months => ({ months }))),
    outstandingUnpaidWorkHours: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 5 }),
    ageAtConviction: fc.option(fc.integer({ min: 18, max: 80 })),
    sex: fc.option(fc.constantFrom('male' as const, 'female' as const, 'other' as const)),
    freeHoursAWeek: fc.option(fc.integer({ min: 0, max: 40 })),
    pathway: fc.constantFrom('M' as const, 'A' as const, 'O' as const),
    alcohol: treatment,
    drugs: treatment,
    mentalHealth: treatment,
    needs: fc.uniqueArray(need, { selector: one => one.area, maxLength: 6 }),
    deliveries: fc.uniqueArray(delivery, { selector: one => one.option, maxLength: 8 }),
    managedBy: fc.subarray(['exclusion', 'curfew', 'prohibited-activity']),
  })
  .map(made => ({
    ...exampleFacts,
    person: {
      ...exampleFacts.person,
      ageAtConviction: made.ageAtConviction,
      sex: made.sex,
      freeHoursAWeek: made.freeHoursAWeek,
    },
    case: {
      ...exampleFacts.case,
      offences: [{ committedOn: '2022-01-10', convictedOn: made.convictedOn, imprisonable: made.imprisonable }],
      seriousness: made.seriousness,
      alcoholFactor: made.alcoholFactor,
      custodialTerm: made.custodialTerm,
      outstandingUnpaidWorkHours: made.outstandingUnpaidWorkHours,
    },
    risk: {
      ...exampleFacts.risk,
      programmeNeeds: { ...exampleFacts.risk.programmeNeeds!, pathway: made.pathway },
      harmFactors: [{ id: 'factor-1', managedBy: made.managedBy }],
    },
    needs: made.needs,
    treatment: { alcohol: made.alcohol, drugs: made.drugs, mentalHealth: made.mentalHealth },
    catalogue: {
      area: exampleFacts.area,
      entries: [
        ...everythingRuns.filter(one => !made.deliveries.some(other => other.option === one.option)),
        ...made.deliveries,
      ],
    },
  }))
const runs = { numRuns: 15 }
function always(holds: (one: ProposalFacts) => void) {
  fc.assert(
    fc.property(facts, one => {
      holds(one)
    }),
    runs,
  )
}

describe('ethnicity, religion and nationality', () => {
  const text = fc.string({ minLength: 1 })
  it('change nothing, wherever a caller might leave them', () => {
    fc.assert(
      fc.property(facts, text, text, text, (one, ethnicity, religion, nationality) => {
        const told = { ethnicity, religion, nationality }
        const marked: ProposalFacts = Object.assign({}, one, told, {
          person: Object.assign({}, one.person, told),
          case: Object.assign({}, one.case, told),
          risk: Object.assign({}, one.risk, told),
        })
        expect(propose(marked)).toEqual(propose(one))
      }),
      runs,
    )
  })
  it('are never even read', () => {
    const read: string[] = []
    const watched = <Inner extends object>(inner: Inner): Inner =>
      new Proxy(inner, {
        get(target, name, receiver) {
          read.push(String(name))
          const value: unknown = Reflect.get(target, name, receiver)
          return typeof value === 'object' && value !== null && !Array.isArray(value) ? watched(value) : value
        },
      })
    propose(watched(exampleFacts))
    expect(read).toContain('cannotAttendHours')
    expect(read.filter(name => /ethnic|race|religio|belief|national|citizen/i.test(name))).toEqual([])
  })
  it('have no name a rule could ask for', () => {
    expect(factNames.filter(name => /ethnic|race|religio|belief|national|citizen/i.test(name))).toEqual([])
  })
})

describe('any case', () => {
  it('gives the same answer twice, in the same order', () => {
    always(one => expect(JSON.stringify(propose(one))).toBe(JSON.stringify(propose(structuredClone(one)))))
  })
  it('gives the same answer however the record orders its needs and deliveries', () => {
    always(one => {
      const turned = {
        ...one,
        needs: one.needs.toReversed(),
        catalogue: { ...one.catalogue, entries: one.catalogue.entries.toReversed() },
      }
      expect(propose(turned)).toEqual(propose(one))
    })
  })
  it('is never given a package the law forbids, too many requirements, or an option that is not available', () => {
    always(one => {
      const { packages, options, frame } = propose(one)
      for (const { family, requirements } of packages) {
        expect(forbidden(lawOf(family, requirements, one))).toEqual([])
        expect(requirements.length).toBeLessThanOrEqual(frame!.mostRequirements)
        for (const { option } of requirements) {
          expect(options.find(other => other.option.id === option)?.status).toBe('available')
        }
      }
    })
  })
  it('has lines of arithmetic that sum to the total, and packages in order of it', () => {
    always(one => {
      const { packages } = propose(one)
      for (const { arithmetic, total } of packages) {
        expect(arithmetic.reduce((sum, line) => sum + line.value, 0)).toBeCloseTo(total, 5)
      }
      packages.slice(1).forEach((next, place) => {
        const before = packages[place]!
        const alike = before.mustHaves.length === next.mustHaves.length
        const flagged = (flags: typeof next.flags) => flags.some(flag => flag.code === 'nothing-punitive')
        if (alike && flagged(before.flags) === flagged(next.flags))
          expect(before.total).toBeGreaterThanOrEqual(next.total)
      })
    })
  })
  it('has a reason for every option that is not available, and a question where information is wanting', () => {
    always(one => {
      for (const { status, findings } of propose(one).options) {
        expect(findings.length > 0).toBe(status !== 'available')
        for (const found of findings) expect(found.source.cite.length).toBeGreaterThan(8)
        const open = findings.filter(found => found.status === 'needs-information')
        expect(open.every(found => found.questions.length > 0)).toBe(true)
      }
    })
  })
})

describe('forgetting a fact', () => {
  const statuses = (one: ProposalFacts) =>
    new Map(propose(one).options.map(({ option, status }) => [option.id, status]))
  const nothing: Treatment = { criterionMet: null, susceptible: null, arranged: null, willing: null }
  it.each<[string, (one: ProposalFacts) => ProposalFacts]>([
    ['treatment', one => ({ ...one, treatment: { alcohol: nothing, drugs: nothing, mentalHealth: nothing } })],
    ['the address', one => ({ ...one, person: { ...one.person, curfewAddressSuitable: null } })],
    ['the hours', one => ({ ...one, person: { ...one.person, cannotAttendHours: null } })],
    ['the sex', one => ({ ...one, person: { ...one.person, sex: null } })],
    ['the pathway', one => ({ ...one, risk: { ...one.risk, programmeNeeds: null } })],
    ['what is delivered', one => ({ ...one, catalogue: { ...one.catalogue, entries: [] } })],
  ])('never turns an available option into a refused one: %s', (_what, forget) => {
    always(one => {
      const before = statuses(one)
      for (const [option, status] of statuses(forget(one))) {
        if (before.get(option) === 'available') expect(['available', 'needs-information']).toContain(status)
      }
    })
  })
})

describe('age and sex', () => {
  it('change no package unless a rule that names them opens or closes an option', () => {
    const open = (one: ProposalFacts) =>
      propose(one)
        .options.filter(({ status }) => status === 'available')
        .map(({ option }) => option.id)
    fc.assert(
      fc.property(facts, fc.integer({ min: 18, max: 80 }), fc.constantFrom('male', 'female'), (one, age, sex) => {
        const other: ProposalFacts = { ...one, person: { ...one.person, ageAtConviction: age, sex } }
        const required = (ids: readonly string[]) => ids.filter(id => !id.endsWith('-services'))
        if (required(open(one)).join() === required(open(other)).join()) {
          expect(propose(other).packages).toEqual(propose(one).packages)
        }
      }),
      runs,
    )
  })
})

describe('the score of a package', () => {
  const { frame, options } = propose(exampleFacts)
  const weights = {
    need: { standard: 1, severe: 2 },
    harmLinked: 1,
    reoffendingLinked: 1,
    waitingWeek: 0.1,
    burden: { punitive: 1, other: 0.5 },
    burdenAtMidpoint: { low: 1, medium: 1.5, high: 2 },
    mostPackages: 5,
  }
  const pieces = options
    .filter(({ status, option }) => status === 'available' && option.requirement)
    .map(verdict => ({
      verdict,
      requirement: { option: verdict.option.id, kind: verdict.option.requirement!, length: null, curfew: null },
    }))
  const some = fc.subarray(pieces, { minLength: 1, maxLength: 4 })
  const needs = fc.uniqueArray(need, { selector: one => one.area, maxLength: 6 })
  const score = (chosen: typeof pieces, of: readonly Need[]) => totalOf(scoreLines(chosen, of, frame!, 1.5, weights))

  it('never falls when a need is graver or linked to harm or reoffending', () => {
    fc.assert(
      fc.property(some, needs, (chosen, of) => {
        const graver = of.map(one => ({
          ...one,
          severity: 'severe' as const,
          harmLinked: true,
          reoffendingLinked: true,
        }))
        expect(score(chosen, graver)).toBeGreaterThanOrEqual(score(chosen, of))
      }),
    )
  })
  it('counts a need once however many requirements meet it', () => {
    fc.assert(
      fc.property(some, needs, (chosen, of) => {
        const covered = coveredNeeds([...chosen, ...chosen], of).map(one => one.area)
        expect(new Set(covered).size).toBe(covered.length)
      }),
    )
  })
  it('never rises with a longer wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (weeks, more) => {
        const best = (wait: number) => {
          const { packages } = propose(withDelivery('programme-moderate', { waitWeeks: wait }))
          return packages.find(one => one.requirements.some(({ option }) => option === 'programme-moderate'))!.total
        }
        expect(best(weeks + more)).toBeLessThanOrEqual(best(weeks))
      }),
      { numRuns: 20 },
    )
  })
})
