import type { ApplicationKind, CourtApplication, CourtCase, CourtOrderReference } from '../model.ts'
import { readDefendantDetails } from './defendant-details.ts'
import type { Fields } from './fields.ts'

import { readJudicialResult } from './judicial-results.ts'

/** A court application as a case of its own, with its subject as defendant and what is alleged as its offence (court
 *  specification, sections 2.2 and 9). The court that made the order is kept on the order: it is not where the
 *  application is heard. Undefined when the subject is a youth; refuses an application without a defendant. */
export function applicationCase(fields: Fields, isYouth: (defendant: Fields) => boolean): CourtCase | undefined {
  const application = readApplication(fields)
  const subject = subjectOf(fields)
  if (isYouth(subject)) return undefined
  const ofCase = subject.objects('defendantCase')[0]
  const masterDefendantId = subject.text('masterDefendantId')
  const defendantId = ofCase?.text('defendantId') ?? masterDefendantId ?? subject.missing('masterDefendantId')
  return {
    caseId: application.applicationId,
    urn: urnOf(fields) ?? ofCase?.text('caseReference') ?? application.reference,
    markers: [],
    applications: [application],
    defendants: [
      {
        defendantId,
        masterDefendantId,
        personRecordKey: defendantId,
        ...readDefendantDetails(subject),
        pnc: subject.givenText('pncId'),
        cro: subject.givenText('croNumber'),
        offences: [
          {
            sequence: 1,
            code: application.code,
            title: application.type,
            wording: application.particulars,
            act: fields.object('type')?.text('legislation'),
            results: application.results,
          },
        ],
      },
    ],
  }
}

/** The facts of a court application. Refuses one without an id or a type. */
function readApplication(fields: Fields): CourtApplication {
  const type = fields.requiredObject('type')
  const applicant = fields.object('applicant')
  const subject = fields.object('subject')?.object('masterDefendant')
  return {
    applicationId: fields.requiredText('id'),
    kind: kindOf(type),
    type: type.text('type'),
    code: type.text('code'),
    breachType: type.text('breachType'),
    linkType: type.text('linkType'),
    hearingCode: type.text('hearingCode'),
    status: fields.text('applicationStatus'),
    receivedDate: fields.day('applicationReceivedDate'),
    reference: fields.text('applicationReference'),
    particulars: fields.text('applicationParticulars'),
    applicantName: applicant && partyName(applicant),
    subjectMasterDefendantId: subject?.text('masterDefendantId'),
    subjectName: partyName(fields.object('subject')),
    prosecutionCaseIds: caseIdsOf(fields),
    courtOrder: readCourtOrder(fields.object('courtOrder')),
    results: fields.objects('judicialResults').map(readJudicialResult),
  }
}

/** Breach and review are told by hearing code BOO or REV, a breach also by a breach type that says so. */
function kindOf(type: Fields): ApplicationKind {
  const breachType = type.text('breachType')
  const hearingCode = type.text('hearingCode')
  if (hearingCode === 'BOO' || (breachType !== undefined && breachType !== 'NOT_APPLICABLE')) return 'breach'
  return hearingCode === 'REV' ? 'review' : 'other'
}

function subjectOf(fields: Fields): Fields {
  const subject = fields.object('subject') ?? fields.requiredObject('applicant')
  return subject.requiredObject('masterDefendant')
}

function partyName(party: Fields | undefined): string | undefined {
  const person = party?.object('masterDefendant')?.object('personDefendant')?.object('personDetails')
  if (person) return [person.text('firstName'), person.text('lastName')].filter(Boolean).join(' ')
  const organisation = party?.object('masterDefendant')?.object('legalEntityDefendant')?.object('organisation')
  return organisation?.text('name') ?? party?.object('prosecutingAuthority')?.text('name')
}

function orderOffences(fields: Fields): readonly Fields[] {
  return fields.object('courtOrder')?.objects('courtOrderOffences') ?? []
}

function caseIdsOf(fields: Fields): readonly string[] {
  const links = [...fields.objects('courtApplicationCases'), ...orderOffences(fields)]
  return [...new Set(links.flatMap(link => link.text('prosecutionCaseId') ?? []))]
}

function urnOf(fields: Fields): string | undefined {
  const links = [...fields.objects('courtApplicationCases'), ...orderOffences(fields)]
  return links.flatMap(link => link.object('prosecutionCaseIdentifier')?.text('caseURN') ?? [])[0]
}

function readCourtOrder(order: Fields | undefined): CourtOrderReference | undefined {
  if (!order) return undefined
  const court = order.object('orderingCourt')
  return {
    courtOrderId: order.text('id'),
    resultTypeId: order.text('judicialResultTypeId'),
    label: order.text('label'),
    orderDate: order.day('orderDate'),
    endDate: order.day('endDate'),
    orderingCourtCode: court?.text('code')?.slice(0, 5),
    orderingCourtName: court?.text('name'),
    canBeBreached: order.flag('canBeSubjectOfBreachProceedings'),
    offences: order.objects('courtOrderOffences').flatMap(entry => {
      const offence = entry.object('offence')
      return offence ? [{ code: originalCode(offence), title: offence.text('offenceTitle') }] : []
    }),
  }
}

/** An offence dealt with again carries a code of its own and names the first one in its wording. */
function originalCode(offence: Fields): string | undefined {
  const named = /original code\s*:\s*([A-Z]{2}\w{5,6})\b/i.exec(offence.text('wording') ?? '')
  return named?.[1]?.toUpperCase() ?? offence.text('offenceCode')
}
