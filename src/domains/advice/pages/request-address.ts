/** The page of one request. */
export function requestPath(crn: string, requestId: string): string {
  return `/case/${crn}/reports/${requestId}`
}
