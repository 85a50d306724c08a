/** Where the screen of a defendant at a hearing stands. The person comes first: everything about one is kept under them. */
export function defendantPath(personId: string, appearanceId: string): string {
  return `/court/defendants/${personId}/${appearanceId}`
}

export function caseListPath(courtCode: string, day: string): string {
  return `/courts/${courtCode}/${day}`
}
