import { type TakenIn, takeInMessage } from '../../src/domains/court/index.ts'
import { machine } from '../../src/platform/access/index.ts'
import type { Services } from '../../src/platform/context/index.ts'

export type HearingGiven = {
  readonly id?: string
  readonly caseId?: string
  readonly urn?: string
  readonly days?: readonly string[]
  readonly court?: string
  readonly type?: string
  readonly sharedTime?: string
  readonly defendants?: readonly DefendantGiven[]
}
export type DefendantGiven = {
  readonly id?: string
  readonly first?: string
  readonly last?: string
  readonly born?: string
  readonly pnc?: string | null
  readonly postcode?: string
  readonly offences?: readonly object[]
}

/** A hearing message as Common Platform would send it, with what a test says of it. */
export function hearingBody(given: HearingGiven = {}): string {
  const { id = 'hearing-1', caseId = 'case-1', urn = '01ZD0303208', days = ['2026-03-02T10:00:00.000Z'] } = given
  const defendants = given.defendants ?? [{}]
  return JSON.stringify({
    hearing: {
      id,
      courtCentre: { id: 'c', code: `${given.court ?? 'B10JQ'}00`, roomId: 'r', roomName: 'Courtroom 01' },
      type: { description: given.type ?? 'First hearing' },
      jurisdictionType: 'MAGISTRATES',
      hearingDays: days.map(sittingDay => ({ sittingDay, listedDurationMinutes: 20, listingSequence: 0 })),
      prosecutionCases: [
        {
          id: caseId,
          initiationCode: 'C',
          prosecutionCaseIdentifier: { prosecutionAuthorityCode: 'X', prosecutionAuthorityId: 'x', caseURN: urn },
          defendants: defendants.map((defendant, index) => ({
            id: defendant.id ?? `defendant-${index + 1}`,
            prosecutionCaseId: caseId,
            ...(defendant.pnc === undefined ? {} : { pncId: defendant.pnc }),
            offences: defendant.offences ?? [theft],
            personDefendant: {
              personDetails: {
                firstName: defendant.first ?? 'Corwin',
                lastName: defendant.last ?? 'Asterley',
                gender: 'MALE',
                dateOfBirth: defendant.born ?? '1984-06-17',
                address: { address1: '4 Alder Row', postcode: defendant.postcode ?? 'ZE7 4QX' },
              },
            },
          })),
        },
      ],
    },
    ...(given.sharedTime ? { sharedTime: given.sharedTime } : {}),
  })
}

export const theft = {
  id: 'offence-1',
  offenceDefinitionId: 'd',
  offenceCode: 'TH68010',
  offenceTitle: 'Theft from a shop',
  wording: 'stole goods',
}

const sender = machine('test', ['court:write'])

export function takeIn(
  services: Services,
  body: string,
  channel: 'hearing' | 'hearing-result' | 'hearing-delete' | 'libra-case' | 'libra-list' | 'spi-result' = 'hearing',
  pathId?: string,
): Promise<TakenIn> {
  const received = { channel, body: Buffer.from(body), receivedBy: sender, requestId: 'test' } as const
  return takeInMessage(services, {
    ...received,
    ...(pathId ? { pathId } : {}),
    onDefect: error => {
      throw error
    },
  })
}

/** A result message of one person: offences with their results, in the words of the schema. */
export function spiBody(given: {
  readonly urn?: string
  readonly court?: string
  readonly day?: string
  readonly first?: string
  readonly last?: string
  readonly born?: string
  readonly results: readonly string[]
}): string {
  return `<?xml version="1.0"?><ResultedCaseMessage><Session><CourtHearing><Hearing>
<CourtHearingLocation>${given.court ?? 'B10JQ'}00</CourtHearingLocation><DateOfHearing>${given.day ?? '2026-03-02'}</DateOfHearing><TimeOfHearing>10:00:00</TimeOfHearing></Hearing><PSAcode>2577</PSAcode></CourtHearing>
<Case><PTIURN>${given.urn ?? '01ZD0303208'}</PTIURN><Defendant><ProsecutorReference>1101ZD0100000410836V</ProsecutorReference>
<CourtIndividualDefendant><PersonDefendant><BasePersonDetails><PersonName><PersonTitle>Mr</PersonTitle><PersonGivenName1>${given.first ?? 'Corwin'}</PersonGivenName1><PersonFamilyName>${given.last ?? 'Asterley'}</PersonFamilyName></PersonName><Birthdate>${given.born ?? '1984-06-17'}</Birthdate><Gender>1</Gender></BasePersonDetails></PersonDefendant><BailStatus>A</BailStatus><Address><SimpleAddress><AddressLine1>4 Alder Row</AddressLine1></SimpleAddress></Address></CourtIndividualDefendant>
<Offence><BaseOffenceDetails><OffenceSequenceNumber>1</OffenceSequenceNumber><OffenceCode>TH68010</OffenceCode><OffenceWording>stole goods</OffenceWording><ChargeDate>2026-01-05</ChargeDate><OffenceTiming><OffenceDateCode>1</OffenceDateCode><OffenceStart><OffenceDateStartDate>2026-01-03</OffenceDateStartDate></OffenceStart></OffenceTiming></BaseOffenceDetails><Plea>1</Plea><ModeOfTrial>1</ModeOfTrial><Finding>G</Finding><ConvictionDate>${given.day ?? '2026-03-02'}</ConvictionDate>${given.results.join('')}</Offence>
</Defendant></Case></Session></ResultedCaseMessage>`
}

/** A community order that ends on the day. */
export const communityOrder = (endsOn: string) =>
  `<Result><ResultCode>1116</ResultCode><ResultText>Community order made</ResultText><Outcome><Duration><DurationEndDate>${endsOn}</DurationEndDate></Duration></Outcome></Result>`
export const unpaidWork = (hours: number) =>
  `<Result><ResultCode>3101</ResultCode><ResultText>Unpaid work</ResultText><Outcome><Duration><DurationValue>${hours}</DurationValue><DurationUnit>H</DurationUnit></Duration></Outcome></Result>`
