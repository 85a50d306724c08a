/** Addresses of the report of a request. */
export function reportPath(crn: string, requestId: string, rest = ''): string {
  return `/case/${crn}/reports/${requestId}/report${rest}`
}
