import { z } from 'zod'
import { instant } from '../../../platform/calendar/index.ts'
import { BackLink, Button, FileUpload, Table } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { NotFound, ok } from '../../../platform/errors/index.ts'
import { isId } from '../../../platform/store/index.ts'
import { type At, Form, page, post, useProblem, useUi } from '../../../platform/web/index.ts'
import { plural, savedAt } from '../../../platform/words/index.ts'
import { addDocuments, deleteDocument, type OpenedDocument, openDocument } from '../commands/add-documents.ts'
import { documentLimits } from '../parameters/documents.ts'
import { appearanceFacts, type CaseDocument, caseDocuments } from '../queries/defendant-at-court.ts'
import { defendantPath } from './addresses.ts'
import { idField } from './form-fields.ts'

type DocumentsModel = {
  readonly backTo: string
  readonly documents: readonly CaseDocument[]
  readonly allowed: string
  readonly mayAdd: boolean
}

/** The files of a defendant's case: everyone at the court reads them, who added one takes it off again. */
export const documentsPage = page<DocumentsModel>({
  path: '/court/defendants/:person/:appearance/documents',
  name: 'court.documents',
  title: 'Documents of a case',
  allow: 'court.see-list',
  section: 'courts',
  async view(ctx, at) {
    const { person, appearance } = idsOf(at)
    const facts = await appearanceFacts(ctx.tx, person, appearance)
    if (!facts) throw new NotFound('This hearing does not exist, or you may not see who appears at it.')
    ctx.look('court.documents', [person])
    const { megabytes, atOnce, mediaTypes } = documentLimits.on(ctx.today).value
    return {
      backTo: defendantPath(person, appearance),
      documents: await caseDocuments(ctx.tx, person, facts.defendantId),
      allowed: `${Object.keys(mediaTypes).join(', ')}; ${megabytes} MB each, ${atOnce} at once`,
      mayAdd: ctx.can('court.add-document'),
    }
  },
  before: model => <BackLink href={model.backTo} text="Defendant" />,
  body: model => <Documents {...model} />,
  posts: {
    add: post({
      allow: 'court.add-document',
      form: z.object({}),
      async run(ctx, _form, at) {
        const done = await addDocuments(ctx, { appearanceId: idsOf(at).appearance, files: at.files })
        return done.ok ? ok({ to: at.path, say: `${plural(done.value.ids.length, 'document')} added` }) : done
      },
    }),
    delete: post({
      allow: 'court.add-document',
      form: z.object({ document: idField }),
      async run(ctx, { document }, at) {
        const done = await deleteDocument(ctx, { id: document })
        return done.ok ? ok({ to: at.path, say: 'Document taken off the case' }) : done
      },
    }),
  },
})

/** The file itself, as a download. */
export const documentPage = page<OpenedDocument>({
  path: '/court/documents/:document',
  name: 'court.document',
  title: 'A document',
  allow: 'court.see-list',
  section: 'courts',
  view: (ctx, at) => opened(ctx, at.params.document ?? ''),
  body: () => null,
  send: document => document,
})

async function opened(ctx: Context, id: string): Promise<OpenedDocument> {
  if (!isId(id)) throw new NotFound('This document does not exist')
  return openDocument(ctx, id)
}

function idsOf(at: At): { readonly person: string; readonly appearance: string } {
  const { person = '', appearance = '' } = at.params
  if (!isId(person) || !isId(appearance)) throw new NotFound('This hearing does not exist.')
  return { person, appearance }
}

function Documents({ documents, allowed, mayAdd }: DocumentsModel) {
  const { viewer } = useUi()
  return (
    <>
      <h1 class="govuk-heading-l">Documents</h1>
      {documents.length === 0 ? (
        <p class="govuk-body">No document has been added to this case.</p>
      ) : (
        <Table
          caption="Documents of this case"
          captionClasses="govuk-visually-hidden"
          head={['Document', 'Size', 'Added', 'Change'].map(text => ({ text }))}
          rows={documents.map(document => [
            {
              html: (
                <a class="govuk-link" href={`/court/documents/${document.id}`}>
                  {document.fileName}
                </a>
              ),
            },
            { text: sizeOf(document.bytes) },
            { text: `${savedAt(instant(document.addedAt))}, ${document.addedByName}` },
            {
              html:
                mayAdd && document.addedByName === viewer?.name ? (
                  <Form intent="delete">
                    <input type="hidden" name="document" value={document.id} />
                    <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                      Take off <span class="govuk-visually-hidden">{document.fileName}</span>
                    </Button>
                  </Form>
                ) : (
                  ''
                ),
            },
          ])}
        />
      )}
      {mayAdd && (
        <Form intent="add" enctype="multipart/form-data">
          <FileUpload
            id="files"
            name="files"
            multiple
            label={{ text: 'Add documents', classes: 'govuk-label--m' }}
            hint={{ text: allowed }}
            errorMessage={useProblem('files')}
          />
          <Button text="Add" preventDoubleClick />
        </Form>
      )}
    </>
  )
}

/** '412 KB', '3.1 MB': as a person would say it, for the reader to know whether a file is large. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return plural(bytes, 'byte')
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
