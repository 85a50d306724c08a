import { NotFound } from '../../../platform/errors/index.ts'
import { page } from '../../../platform/web/index.ts'
import { openCase } from '../../person/index.ts'
import { documentOf, printReport } from '../commands/sign-report.ts'
import { completeSignature, keptPdf, reportVersions } from '../queries/report-standing.ts'
import { requestOf } from './request-of.ts'

type Printed = { readonly fileName: string; readonly mediaType: string; readonly content: Buffer }

/** The report as a file: the one kept with the signature, or the draft printed with its mark. Each download is logged. */
export const reportPdfPage = page<Printed>({
  path: '/case/:crn/reports/:request/report/pdf',
  name: 'advice.report-pdf',
  title: 'The report as a file',
  allow: 'advice.see-reports',
  section: 'search',
  view: async (ctx, at) => {
    const opened = await openCase(ctx, at.params.crn ?? '')
    const request = await requestOf(ctx, opened, at)
    const versions = await reportVersions(ctx.tx, opened.group, request.id)
    const wanted = at.query.one('version')
    const version = wanted === '' ? versions[0] : versions.find(one => String(one.versionNo) === wanted)
    if (!version) throw new NotFound('There is no such version of the report.')
    const signed = completeSignature(version)
    const kept = signed && (await keptPdf(ctx.tx, opened.group, signed.id))
    const waiting = version.signatures.at(-1)
    const draft =
      version.open || !waiting ? await documentOf(ctx, version, request) : { ...waiting.document, author: null }
    const content = kept ?? (await printReport(ctx, draft))
    ctx.record('disclose', 'advice.report-pdf', [opened.personId], {
      detail: { reportId: version.id, signed: kept !== undefined },
    })
    const fileName = `${opened.crn}-report-${version.versionNo}${kept ? '' : '-draft'}.pdf`
    return { fileName, mediaType: 'application/pdf', content }
  },
  body: () => null,
  send: printed => printed,
})
