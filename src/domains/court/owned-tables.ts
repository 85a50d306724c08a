/** Tables with a person_id and the two access flags, projections included, for the change of a limit. */
export const ownedTables: readonly string[] = [
  'court.defendant',
  'court.appearance',
  'court.offence',
  'court.application',
  'court.candidate',
  'court.link_decision',
  'court.note',
  'court.comment',
  'court.document',
  'court.outcome',
  'court.outcome_change',
  'court.proposal',
  'court.alert',
  'court.list_place',
  'court.list_entry',
]
