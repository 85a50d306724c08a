/** Tables with a person_id and the two access flags. */
export const ownedTables: readonly string[] = ['advice.request', 'advice.request_act']
