import { z } from 'zod'
import { type ApiRoute, api } from '../../platform/api/index.ts'
import { ok } from '../../platform/errors/index.ts'
import { givePurpose } from './commands/give-purpose.ts'
import { detailsOnRecord } from './queries/details-on-record.ts'
import { type IdentityBar, identityBar } from './queries/identity-bar.ts'
import { managersOf } from './queries/managers-of.ts'
import { openCase } from './queries/open-case.ts'
import { searchPeople } from './queries/search-people.ts'

const day = z.string().describe('A day such as 2026-11-21')
const moment = z.string().describe('A moment such as 2026-11-21T09:30:00.000Z')

const flag = z.object({ code: z.string(), name: z.string(), startsOn: day, nextReviewOn: day.nullable() })

const identity = z
  .object({
    personId: z.string(),
    crn: z.string().nullable().describe('Null for a person who has no record yet'),
    limited: z.boolean().describe('True for a person you may not see: everything but the CRN is then null'),
    limitedCase: z.boolean().describe('True when you are among the few who may see this person'),
    name: z.string().nullable().describe('Surname first'),
    dateOfBirth: day.nullable(),
    diedOn: day.nullable(),
    sex: z.string().nullable(),
    riskOfSeriousHarm: z.object({ code: z.string(), name: z.string(), level: z.number() }).nullable(),
    riskToStaff: z.boolean(),
    flags: z.array(flag),
  })
  .meta({ id: 'Identity' })

const provenance = {
  id: z.string(),
  source: z.string(),
  addedAt: moment,
  addedBy: z.string(),
  endedAt: moment.nullable(),
  endedBy: z.string().nullable(),
}

const address = z
  .object({
    ...provenance,
    kind: z.string(),
    lines: z.array(z.string()),
    postcode: z.string().nullable(),
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    notes: z.string().nullable(),
    version: z.number(),
  })
  .meta({ id: 'Address' })

const identifier = z
  .object({
    ...provenance,
    kind: z.string().describe('PNC, CRO and others'),
    given: z.string().describe('As it was given'),
    canonical: z.string().nullable().describe('As it is compared; null for one that is not valid'),
    reason: z.string().nullable().describe('Why it is not valid: format, length, year or check letter'),
    usable: z.boolean().describe('Whether records may be linked by it'),
  })
  .meta({ id: 'Identifier' })

const otherName = z.object({
  ...provenance,
  kind: z.string(),
  firstName: z.string().nullable(),
  middleNames: z.string().nullable(),
  lastName: z.string(),
  dateOfBirth: day.nullable(),
})

const contactMethod = z.object({ ...provenance, kind: z.string(), value: z.string(), mayText: z.boolean().nullable() })

const manager = z.object({
  providerCode: z.string(),
  teamCode: z.string(),
  username: z.string().nullable(),
  staffName: z.string().nullable(),
  startsOn: day,
})

const byCrn = z.object({ crn: z.string().describe('A letter and six digits, such as X123456') })
const about = { tag: 'People', action: 'person.view', params: byCrn } as const

export const personApi: readonly ApiRoute[] = [
  api({
    method: 'GET',
    path: '/people',
    action: 'person.search',
    tag: 'People',
    summary: 'Search for people',
    description:
      'One text: CRN, PNC or CRO, or names in any order and a date of birth typed in any way. People of limited access are found by CRN only.',
    query: z.object({
      q: z.string().min(1, 'Enter what to search for').max(400),
      withoutRecord: z.stringbool().default(false).describe('Also people at court who have no record yet'),
    }),
    reply: z.object({
      found: z.array(
        z.object({ person: identity, reasons: z.array(z.string()).describe('Why this person was found') }),
      ),
      hidden: z.number().describe('How many of them are shown as a CRN only'),
      more: z.boolean().describe('There are further, worse answers'),
      problem: z.string().nullable().describe('A date that was not understood, and what to type instead'),
    }),
    run: async (ctx, { query }) => {
      const answer = await searchPeople(ctx, query.q, { withoutRecord: query.withoutRecord })
      const found = answer.found.map(({ bar, reasons }) => ({ person: identityOf(bar), reasons: [...reasons] }))
      return ok({ found, hidden: answer.hidden, more: answer.more, problem: answer.problem })
    },
  }),
  api({
    ...about,
    method: 'GET',
    path: '/people/:crn',
    summary: 'One person: who they are, their flags and who manages them',
    reply: z.object({ person: identity, mergedFrom: z.boolean(), managers: z.array(manager) }),
    run: async (ctx, { params }) => {
      const opened = await openCase(ctx, params.crn)
      const bars = await identityBar(ctx.tx, [opened.personId])
      const managers = await managersOf(ctx.tx, opened.group, ctx.today)
      return ok({ person: identityOf(bars.get(opened.personId)!), mergedFrom: opened.alias, managers: [...managers] })
    },
  }),
  api({
    ...about,
    method: 'GET',
    path: '/people/:crn/details',
    summary: 'Addresses, identifiers, other names and ways to reach a person, each with its source',
    reply: z.object({
      addresses: z.array(address),
      identifiers: z.array(identifier),
      otherNames: z.array(otherName),
      contactMethods: z.array(contactMethod),
    }),
    run: async (ctx, { params }) => {
      const opened = await openCase(ctx, params.crn)
      const { addresses, identifiers, otherNames, contactMethods } = await detailsOnRecord(ctx.tx, opened.group)
      return ok({
        addresses: addresses.map(one => ({ ...one, lines: [...one.lines] })),
        identifiers: [...identifiers],
        otherNames: [...otherNames],
        contactMethods: [...contactMethods],
      })
    },
  }),
  api({
    ...about,
    method: 'POST',
    path: '/people/:crn/purpose',
    summary: 'Say why you need the record of a person managed in another region',
    description: 'Holds for you, this person and today. Without it such a record is refused.',
    body: z.object({
      code: z.string('Choose a purpose').describe('One of the purposes of the rule access.purposes'),
      words: z.string().default('').describe('In your own words, where the purpose asks for them'),
    }),
    reply: z.object({ given: z.literal(true) }),
    run: async (ctx, { params, body }) => {
      const done = await givePurpose(ctx, { crn: params.crn, ...body })
      return done.ok ? ok({ given: true as const }) : done
    },
  }),
]

function identityOf({ rosh, flags, ...bar }: IdentityBar): z.infer<typeof identity> {
  return { ...bar, riskOfSeriousHarm: rosh, flags: [...flags] }
}
