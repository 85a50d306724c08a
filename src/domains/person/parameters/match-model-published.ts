import { dated } from '../../../platform/rules/index.ts'
import type { MatchModel } from '../rules/match-model.ts'

/** The matching model in public use since February 2026, exactly: it answers the golden cases, and it is the start
 *  of our own. An unknown value is a row with m = u, which adds nothing. */
export const publishedMatchModel = dated<MatchModel>('person.match-model.published-2026-02', [
  {
    from: '2026-02-23',
    value: {
      name: 'published-2026-02',
      prior: 2.649234163203061e-7,
      exactU: {
        fullName: 6.4416737775260826e-6,
        name1: 0.004258998503613082,
        lastName: 0.0007850765819690798,
        name2: 0.012319973710486735,
        dob: 6.32817809183543e-5,
        pnc: 1.3083008349386952e-7,
        cro: 1.3406045592581692e-7,
        sharedPnc: 1.3083008349386952e-7,
        sharedCro: 1.3406045592581692e-7,
      },
      comparisons: [
        {
          comparison: 'name',
          levels: [
            { level: 'NULL', condition: 'name-unknown', m: 1, u: 1 },
            {
              level: 'FULL_EXACT',
              condition: 'full-name-equal',
              m: 0.8805713283069031,
              u: 6.4416737775260826e-6,
              term: { column: 'fullName', factor: 1 },
            },
            {
              level: 'FULL_JW90',
              condition: 'full-name-similar',
              limit: 0.9,
              m: 0.07323973960881489,
              u: 0.00046468219642236785,
              term: { column: 'fullName', factor: 0.7 },
            },
            {
              level: 'REVERSED',
              condition: 'first-and-last-swapped',
              m: 0.001957189808750337,
              u: 1.1870780153891191e-7,
            },
            {
              level: 'ALIAS_FEW',
              condition: 'forename-and-surname-shared',
              limit: 10,
              m: 0.01638930823738129,
              u: 5.720295598943465e-6,
            },
            {
              level: 'ALIAS_MANY',
              condition: 'forename-and-surname-shared',
              m: 0.004173300248636595,
              u: 7.351766922657741e-6,
            },
            {
              level: 'BOTH_JW70',
              condition: 'first-and-last-similar',
              limit: 0.7,
              m: 0.004954401712078166,
              u: 0.0004886023257307557,
            },
            {
              level: 'FIRST_ONLY',
              condition: 'first-name-equal',
              m: 0.004210367993889316,
              u: 0.004258998503613082,
              term: { column: 'name1', factor: 1 },
            },
            {
              level: 'LAST_ONLY',
              condition: 'last-name-equal',
              m: 0.00533261227541768,
              u: 0.0007850765819690798,
              term: { column: 'lastName', factor: 1 },
            },
            { level: 'ELSE', condition: 'otherwise', m: 0.004143399354623031, u: 0.9939830079481641 },
          ],
        },
        {
          comparison: 'dob',
          levels: [
            { level: 'NULL', condition: 'birth-dates-unknown', m: 1, u: 1 },
            {
              level: 'EXACT',
              condition: 'birth-date-equal',
              m: 0.9480015447228074,
              u: 6.32817809183543e-5,
              term: { column: 'dob', factor: 1 },
            },
            {
              level: 'ALIAS_FEW',
              condition: 'birth-date-shared',
              limit: 6,
              m: 0.015054619774721108,
              u: 1.839371152047235e-5,
            },
            {
              level: 'ALIAS_MANY',
              condition: 'birth-date-shared',
              m: 0.0019527239665209192,
              u: 4.259585633069581e-6,
            },
            {
              level: 'TYPO',
              condition: 'birth-date-one-character-off',
              m: 0.017251329692897888,
              u: 0.001769188292516566,
            },
            {
              level: 'WITHIN_5Y',
              // Published as 157,788,000 seconds.
              condition: 'birth-dates-within-days',
              limit: 1826.25,
              m: 0.010200657427295447,
              u: 0.21782305372325345,
            },
            { level: 'ELSE', condition: 'otherwise', m: 0.0020388218873687394, u: 0.7803218229061581 },
          ],
        },
        {
          comparison: 'postcode',
          levels: [
            { level: 'NULL', condition: 'postcodes-unknown', m: 1, u: 1 },
            {
              level: 'RARE_1E5',
              condition: 'shared-postcodes-rarer-than',
              limit: 0.00001,
              m: 0.6530514212604018,
              u: 1.916780772186791e-5,
            },
            {
              level: 'RARE_1E4',
              condition: 'shared-postcodes-rarer-than',
              limit: 0.0001,
              m: 0.04047911150252939,
              u: 9.70967030841373e-6,
            },
            {
              level: 'RARE_1E3',
              condition: 'shared-postcodes-rarer-than',
              limit: 0.001,
              m: 0.01468158219941504,
              u: 0.00010470776311967955,
            },
            { level: 'OUTCODE', condition: 'outcode-shared', m: 0.09228399254208307, u: 0.002418387421033641 },
            { level: 'ELSE', condition: 'otherwise', m: 0.1993084330118613, u: 0.9974480273378163 },
          ],
        },
        {
          comparison: 'name2',
          levels: [
            { level: 'NULL', condition: 'middle-name-unknown', m: 1, u: 1 },
            {
              level: 'EXACT',
              condition: 'middle-name-equal',
              m: 0.9311828314925126,
              u: 0.012319973710486735,
              term: { column: 'name2', factor: 1 },
            },
            {
              level: 'JW85',
              condition: 'middle-name-similar',
              limit: 0.85,
              m: 0.030955920552027012,
              u: 0.002507835722714576,
            },
            { level: 'ELSE', condition: 'otherwise', m: 0.041068944007088604, u: 0.9851721905667987 },
          ],
        },
        {
          comparison: 'id',
          levels: [
            { level: 'NULL', condition: 'no-number-on-a-side', m: 1, u: 1 },
            { level: 'PNC_AND_CRO', condition: 'pnc-and-cro-equal', m: 1, u: 1e-9 },
            {
              level: 'PNC',
              condition: 'pnc-equal',
              m: 0.4107364720646719,
              u: 1.3083008349386952e-7,
              term: { column: 'pnc', factor: 1 },
            },
            {
              level: 'CRO',
              condition: 'cro-equal',
              m: 0.48754671593636345,
              u: 1.3406045592581692e-7,
              term: { column: 'cro', factor: 1 },
            },
            { level: 'CORE_NUMBER', condition: 'core-number-equal', m: 0.04588131922270574, u: 1.933377900520516e-6 },
            { level: 'BOTH_MISMATCH', condition: 'pnc-and-cro-differ', m: 6.103515625e-5, u: 1 },
            { level: 'NULL_NOTHING_COMPARABLE', condition: 'numbers-not-comparable', m: 1, u: 1 },
            { level: 'ELSE_MISMATCH', condition: 'otherwise', m: 0.0009765625, u: 1 },
          ],
        },
        {
          comparison: 'sentenceDate',
          levels: [
            { level: 'NULL', condition: 'sentence-dates-unknown', m: 1, u: 1 },
            {
              level: 'ONE',
              condition: 'sentence-date-shared',
              limit: 1,
              m: 0.079242629203343,
              u: 4.1568494682281885e-5,
            },
            {
              level: 'FEW',
              condition: 'sentence-date-shared',
              limit: 9,
              m: 0.14687596629322805,
              u: 0.0002201649974203961,
            },
            {
              level: 'MEDIUM',
              condition: 'sentence-date-shared',
              limit: 50,
              m: 0.09497227696435485,
              u: 0.00031045886493038003,
            },
            { level: 'MANY', condition: 'sentence-date-shared', m: 0.04663600004321906, u: 0.00028904399310893716 },
            {
              level: 'WITHIN_14D',
              condition: 'sentence-dates-within-days',
              limit: 14,
              m: 0.007667928792689431,
              u: 0.00379946180053296,
            },
            { level: 'ELSE', condition: 'otherwise', m: 0.5911625257645615, u: 0.9953393018493251 },
          ],
        },
        {
          comparison: 'override',
          levels: [
            { level: 'NULL', condition: 'override-unknown', m: 1, u: 1 },
            { level: 'SAME', condition: 'override-marker-equal', m: 1, u: 1e-50 },
            { level: 'DIFFERENT_SAME_SCOPE', condition: 'override-marker-differs-in-scope', m: 1e-50, u: 1 },
            { level: 'ELSE', condition: 'otherwise', m: 1, u: 1 },
          ],
        },
        {
          comparison: 'masterDefendant',
          levels: [
            { level: 'NULL', condition: 'master-defendant-unknown', m: 1, u: 1 },
            { level: 'SAME', condition: 'master-defendant-equal', m: 1, u: 1e-6 },
            { level: 'ELSE', condition: 'otherwise', m: 1, u: 1 },
          ],
        },
      ],
      thresholds: { link: 20, likely: 14, fracture: 14, edge: 14, hidden: -10, review: -10, twins: -5 },
      standardisation: {
        emptySentenceDates: 'known',
        surnameParts: 'last',
        lastBirthDateOf: 'aliases',
        placeholderPncs: [],
        placeholderCros: ['000000/00Z'],
        surnameParticles: [],
      },
      twins: { nicknamesCountAsEqual: false, identifiers: 'first' },
      candidateRules: 'published',
    },
    source: {
      kind: 'public-code',
      cite: 'ministryofjustice/hmpps-person-match, model_files/model_2026_02_23_1e09.json with score.py and blocking_rules.py',
      note: 'The publishers report no precision or recall; ours on a synthetic set is in vectors/matching/labelled-baseline.json.',
    },
  },
])
