/** Tables with a person_id and the two access flags. */
export const ownedTables: readonly string[] = [
  'assessment.assessment',
  'assessment.open_assessment',
  'assessment.answer',
  'assessment.answer_change',
  'assessment.act',
  'assessment.form_use',
]
