import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ProgrammeNeedFacts, programmeNeeds } from './programme-needs.ts'
import { learningScreen, maturityScreen } from './screens.ts'

const facts: ProgrammeNeedFacts = {
  setting: 'custody',
  everSexualOffence: false,
  q6_11: false,
  q6_1: 2,
  q6_6: 2,
  q6_12: 0,
  q7_3: 2,
  q10_1: 2,
  q11_2: 2,
  q11_3: 2,
  q11_4: 2,
  q11_6: 2,
  q11_11: 0,
  q11_12: 0,
  q12_1: 2,
  q12_9: 2,
  generalRisk: 'L',
  violenceRisk: 'H',
  directContact: 'NA',
  images: 'NA',
  combinedPercent: 0.5,
  saraPartner: 1,
  saraOther: 1,
}

describe('programme needs', () => {
  it('high need and high risk is high intensity in custody, moderate in the community', () => {
    expect(programmeNeeds(facts)).toMatchObject({ pathway: 'H', need: 'H', risk: 'H' })
    expect(programmeNeeds({ ...facts, setting: 'community' }).pathway).toBe('M')
  })

  it('the combined predictor counts only where neither sexual predictor applies', () => {
    const low = { ...facts, violenceRisk: 'L', combinedPercent: 3 } as const
    expect(programmeNeeds(low).risk).toBe('H')
    expect(programmeNeeds({ ...low, images: 'L' }).risk).toBe('L')
  })

  it('a missing answer that could change the pathway is an omission and is named', () => {
    const needs = programmeNeeds({
      ...facts,
      q12_1: null,
      q12_9: 0,
      q6_1: 0,
      q6_6: 0,
      q7_3: 0,
      q11_3: 0,
      violenceRisk: 'M',
    })
    expect(needs).toMatchObject({ pathway: 'O', missing: ['q12_1'] })
  })

  it('never asks for what is already known: with every fact there is no omission', () => {
    const level = fc.constantFrom(0, 1, 2)
    const risk = fc.constantFrom('L', 'M', 'H', 'V')
    fc.assert(
      fc.property(
        level,
        level,
        level,
        risk,
        risk,
        fc.constantFrom('custody', 'community'),
        (a, b, c, d, e, setting) => {
          const changed = {
            ...facts,
            q6_1: a,
            q11_2: b,
            q12_1: c,
            generalRisk: d,
            violenceRisk: e,
            setting,
          } as ProgrammeNeedFacts
          expect(programmeNeeds(changed).pathway).not.toBe('O')
          if (setting === 'community') expect(programmeNeeds(changed).pathway).not.toBe('H')
        },
      ),
    )
  })
})

describe('screens', () => {
  const maturity = {
    assessedOn: '2025-06-12',
    sex: 'male',
    dateOfBirth: '2003-06-12',
    peerGroupInfluences: true,
    criminalAssociates: 1,
    recklessness: 1,
    difficultiesCoping: 1,
    attitudesToSelf: 1,
    impulsivity: 1,
    temperControl: 1,
    problemSolving: 1,
    awareness: 1,
    othersViews: 1,
  } as const
  it('maturity is for men from 18 to 25 and flags at ten', () => {
    expect(maturityScreen(maturity)).toMatchObject({ applicable: true, score: 10, flag: true })
    expect(maturityScreen({ ...maturity, othersViews: null })).toMatchObject({ score: 9, flag: false })
    expect(maturityScreen({ ...maturity, othersViews: null, awareness: null }).applicable).toBeNull()
    expect(maturityScreen({ ...maturity, dateOfBirth: '1999-06-12' })).toMatchObject({ applicable: false, flag: false })
    expect(maturityScreen({ ...maturity, sex: 'female' }).applicable).toBe(false)
  })
  it('learning needs three of its four main answers', () => {
    const learning = {
      noFixedAbode: null,
      workSkills: 2,
      literacyAndNumeracy: 2,
      problemsReading: null,
      problemsNumeracy: true,
      learningDifficulties: null,
      noQualifications: false,
    } as const
    expect(learningScreen(learning).score).toBe(2)
    expect(learningScreen({ ...learning, workSkills: null }).faults).toMatchObject([{ code: 'too-few-answers' }])
  })
})
