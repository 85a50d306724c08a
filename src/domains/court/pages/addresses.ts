/** Where the screen of a defendant at a hearing stands. The person comes first: everything about one is kept under them. */
export function defendantPath(personId: string, appearanceId: string): string {
  return `/court/defendants/${personId}/${appearanceId}`
}

/** The screen of one proposal. */
export function proposalPath(personId: string, proposalId: string): string {
  return `/court/proposals/${personId}/${proposalId}`
}

export function caseListPath(courtCode: string, day: string): string {
  return `/courts/${courtCode}/${day}`
}
