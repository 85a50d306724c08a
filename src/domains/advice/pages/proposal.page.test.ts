import { expect, test } from 'vitest'
import { exampleFacts, withCase, withTreatment } from '../rules/proposal.fixture.ts'
import { propose } from '../rules/propose.ts'
import { proposalView } from './proposal.view.ts'

const base = '/case/X000001/reports/r1/proposal'
const view = (facts = exampleFacts) => proposalView(propose(facts), facts, base, 'X000001')

test('packages come with their arithmetic, starts and what they leave uncovered', () => {
  const { packages, noPackage } = view()
  expect(noPackage).toBeNull()
  expect(packages.length).toBeGreaterThan(0)
  expect(packages.length).toBeLessThanOrEqual(5)
  const [first] = packages
  expect(first!.title).toMatch(/^Community order: /)
  expect(first!.starts.join()).toContain('starts 7 December 2026, wait of 2 weeks, Northmoor delivery team')
  const sum = first!.arithmetic.reduce((total, line) => total + Number(line.value.replace('−', '-')), 0)
  expect(Math.round(sum * 100) / 100).toBe(Number(first!.total))
})

test('every option stands in exactly one group, and what is against it names its rule and source', () => {
  const { groups } = view()
  const all = groups.flatMap(group => group.options.map(one => one.name))
  expect(all.length).toBe(propose(exampleFacts).options.length)
  const unlawful = groups.find(group => group.status === 'unlawful')!
  expect(unlawful.options.map(one => one.name)).toContain('Restriction zone')
  for (const option of unlawful.options) {
    expect(option.why.length).toBeGreaterThan(0)
    expect(option.why.every(one => /^[^:]+: .+/.test(one.source))).toBe(true)
  }
})

test('each open question says where it is settled', () => {
  const unknown = { criterionMet: null, susceptible: null, arranged: null, willing: null }
  const facts = withTreatment({ alcohol: unknown }, withCase({ seriousness: null }))
  const { open, noPackage } = view(facts)
  expect(noPackage).toContain('No package can be made before')
  expect(open).toContainEqual({
    question: 'How serious is the offence?',
    href: `${base}/facts#case.seriousness`,
    where: 'Answer',
  })
  expect(open.find(one => one.question.startsWith('Is the person dependent on alcohol'))?.where).toBe('Answer')
})
