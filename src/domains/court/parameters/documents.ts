import { dated } from '../../../platform/rules/index.ts'

/** What may be attached to a case: extensions with their media types, size of one file, files at once. */
export const documentLimits = dated('court.document-limits', [
  {
    from: '0001-01-01',
    value: {
      megabytes: 50,
      atOnce: 10,
      mediaTypes: {
        pdf: 'application/pdf',
        doc: 'application/msword',
        docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        xls: 'application/vnd.ms-excel',
        xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        csv: 'text/csv',
        txt: 'text/plain',
        rtf: 'application/rtf',
        odt: 'application/vnd.oasis.opendocument.text',
        msg: 'application/vnd.ms-outlook',
        eml: 'message/rfc822',
        jpg: 'image/jpeg',
        jpeg: 'image/jpeg',
        png: 'image/png',
      } as Readonly<Record<string, string>>,
    },
    source: {
      kind: 'public-code',
      cite: 'ministryofjustice/court-case-service, case documents (50 MB, allow-list of extensions); prepare-a-case (10 at once)',
      note: 'The list of extensions is ours.',
    },
  },
])
