/** Tables with a person_id and the two access flags. */
export const ownedTables: readonly string[] = [
  'advice.request',
  'advice.request_act',
  'advice.report',
  'advice.report_text',
  'advice.report_text_change',
  'advice.report_fact',
  'advice.report_signed',
  'advice.report_returned',
  'advice.report_delivery',
  'advice.report_comment',
  'advice.report_check',
  'advice.proposal_fact',
  'advice.proposal',
  'advice.proposal_choice',
  'advice.proposal_agreement',
  'advice.proposal_outcome',
]
