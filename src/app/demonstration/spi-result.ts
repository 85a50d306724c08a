import { plusMonths } from '../../platform/calendar/index.ts'
import type { Listing } from './court-messages.ts'

type Result = {
  readonly code: number
  readonly text: string
  readonly duration?: { readonly value: number; readonly unit: string }
  readonly endsOn?: string
}

/** A resulted-case message for the one defendant of a listing, in the form courts send it. `n` chooses the sentence:
 *  a community order, one whose words and codes disagree, a suspended sentence, a fine, an adjournment for a report. */
export function spiResult(listing: Listing, n: number): string {
  const [{ person, offences }] = listing.defendants as [Listing['defendants'][number]]
  const results = sentences(listing)[n % 5]!
  return `<?xml version="1.0" encoding="UTF-8"?>
<DeliverRequest xmlns="http://schemas.cjse.gov.uk/messages/deliver/2006-05"><Message>
<DC:ResultedCaseMessage xmlns:DC="http://www.dca.gov.uk/xmlschemas/libra"><DC:Session>
<DC:CourtHearing><DC:Hearing>
<DC:CourtHearingLocation>${listing.courtCode}01</DC:CourtHearingLocation>
<DC:DateOfHearing>${listing.day}</DC:DateOfHearing><DC:TimeOfHearing>${listing.time}:00</DC:TimeOfHearing>
</DC:Hearing><DC:PSAcode>2360</DC:PSAcode></DC:CourtHearing>
<DC:Case><DC:PTIURN>${listing.urn}</DC:PTIURN><DC:Defendant>
<DC:CourtIndividualDefendant><DC:PersonDefendant><DC:BasePersonDetails><DC:PersonName>
<DC:PersonGivenName1>${inXml(person.firstName)}</DC:PersonGivenName1>
<DC:PersonFamilyName>${inXml(person.lastName)}</DC:PersonFamilyName></DC:PersonName>
<DC:Birthdate>${person.dateOfBirth}</DC:Birthdate><DC:Gender>${person.sex === 'male' ? 1 : 2}</DC:Gender>
</DC:BasePersonDetails></DC:PersonDefendant>
<DC:Address><DC:SimpleAddress><DC:AddressLine1>${inXml(person.addressLine)}</DC:AddressLine1></DC:SimpleAddress></DC:Address>
</DC:CourtIndividualDefendant>
<DC:Offence><DC:BaseOffenceDetails>
<DC:OffenceSequenceNumber>001</DC:OffenceSequenceNumber><DC:OffenceCode>${offences[0]!.code}</DC:OffenceCode>
<DC:OffenceWording>${inXml(offences[0]!.wording)}</DC:OffenceWording>
</DC:BaseOffenceDetails>
<DC:Plea>1</DC:Plea><DC:ModeOfTrial>01</DC:ModeOfTrial><DC:Finding>G</DC:Finding>
<DC:ConvictionDate>${listing.day}</DC:ConvictionDate><DC:FinalDisposalIndicator>Y</DC:FinalDisposalIndicator>
${results.map(resultXml).join('\n')}
</DC:Offence></DC:Defendant></DC:Case></DC:Session></DC:ResultedCaseMessage></Message></DeliverRequest>`
}

function sentences({ day }: Listing): readonly (readonly Result[])[] {
  const inAYear = plusMonths(day, 12)
  return [
    [
      { code: 1116, text: `Community order made. Requirements to be completed by ${inAYear}.`, endsOn: inAYear },
      {
        code: 3101,
        text: 'Unpaid work requirement: carry out unpaid work for 120 hours.',
        duration: { value: 120, unit: 'H' },
      },
      { code: 3272, text: 'Rehabilitation activity requirement: 20 days.', duration: { value: 20, unit: 'D' } },
    ],
    [
      { code: 1116, text: `Community order made until ${inAYear}.`, endsOn: inAYear },
      {
        code: 3105,
        text: 'Curfew requirement for 52 weeks with electronic monitoring.',
        duration: { value: 12, unit: 'W' },
      },
    ],
    [
      {
        code: 1115,
        text: 'Committed to prison for 8 weeks suspended for 12 months.',
        duration: { value: 8, unit: 'W' },
      },
      { code: 3110, text: 'Alcohol treatment requirement: 6 months.', duration: { value: 6, unit: 'M' } },
    ],
    [{ code: 1015, text: 'Fined £240.00.' }],
    [{ code: 4027, text: 'Adjourned for a pre-sentence report.' }],
  ]
}

function resultXml(result: Result): string {
  const duration = result.duration
    ? `<DC:DurationValue>${result.duration.value}</DC:DurationValue><DC:DurationUnit>${result.duration.unit}</DC:DurationUnit>`
    : ''
  const end = result.endsOn ? `<DC:DurationEndDate>${result.endsOn}</DC:DurationEndDate>` : ''
  const outcome = duration || end ? `<DC:Outcome><DC:Duration>${duration}${end}</DC:Duration></DC:Outcome>` : ''
  return `<DC:Result><DC:ResultCode>${result.code}</DC:ResultCode><DC:ResultText>${inXml(result.text)}</DC:ResultText>${outcome}</DC:Result>`
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
