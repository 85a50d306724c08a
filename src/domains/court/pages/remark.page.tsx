import { z } from 'zod'
import { BackLink, Button, Textarea } from '../../../platform/components/index.ts'
import { NotAllowed, NotFound, ok } from '../../../platform/errors/index.ts'
import { isId } from '../../../platform/store/index.ts'
import { type At, Form, page, post, useAnswer, useProblem } from '../../../platform/web/index.ts'
import { deleteRemark, editRemark, type RemarkKind } from '../commands/write-remark.ts'
import { type Remark, remarkById } from '../queries/defendant-at-court.ts'
import { defendantPath } from './addresses.ts'
import { textField, versionField } from './form-fields.ts'

type RemarkModel = { readonly kind: RemarkKind; readonly remark: Remark; readonly backTo: string }

const kinds: Readonly<Record<string, RemarkKind>> = { notes: 'note', comments: 'comment' }

/** Only the author comes here; the command asks again. */
export const remarkPage = page<RemarkModel>({
  path: '/court/defendants/:person/:appearance/:kind/:remark',
  name: 'court.remark',
  title: model => (model.kind === 'note' ? 'Change a hearing note' : 'Change a comment'),
  allow: 'court.see-list',
  section: 'courts',
  async view(ctx, at) {
    const kind = kindOf(at)
    const { person = '', remark: id = '' } = at.params
    const remark = kind && isId(person) && isId(id) ? await remarkById(ctx.tx, kind, person, id) : undefined
    if (!kind || !remark) throw new NotFound('This text does not exist, or was taken back.')
    if (remark.author !== ctx.viewer.username) {
      throw new NotAllowed(`Only its author changes a ${kind}.`, 'court.write-note', [person])
    }
    ctx.look('court.remark', [person])
    return { kind, remark, backTo: backTo(at) }
  },
  before: model => <BackLink href={model.backTo} text="Defendant" />,
  body: model => (
    <>
      <h1 class="govuk-heading-l">{model.kind === 'note' ? 'Change your hearing note' : 'Change your comment'}</h1>
      <Form>
        <input type="hidden" name="version" value={model.remark.version} />
        <BodyField body={model.remark.body} />
        <div class="govuk-button-group">
          <Button text="Save" />
          <Button text="Take back" name="intent" value="delete" classes="govuk-button--warning" />
        </div>
      </Form>
    </>
  ),
  posts: {
    '': post({
      allow: 'court.see-list',
      form: z.object({ version: versionField, body: textField }),
      async run(ctx, form, at) {
        const done = await editRemark(ctx, { kind: kindOf(at) ?? 'note', id: idOf(at), ...form })
        return done.ok ? ok({ to: backTo(at), say: 'Saved' }) : done
      },
    }),
    delete: post({
      allow: 'court.see-list',
      form: z.object({}),
      async run(ctx, _form, at) {
        const done = await deleteRemark(ctx, { kind: kindOf(at) ?? 'note', id: idOf(at) })
        return done.ok ? ok({ to: backTo(at), say: 'Taken back' }) : done
      },
    }),
  },
})

function BodyField({ body }: { readonly body: string }) {
  return (
    <Textarea
      id="body"
      name="body"
      rows={8}
      label={{ text: 'Text', classes: 'govuk-label--s' }}
      value={useAnswer('body', body)}
      errorMessage={useProblem('body')}
    />
  )
}

function kindOf(at: At): RemarkKind | undefined {
  return kinds[at.params.kind ?? '']
}

function idOf(at: At): string {
  const { remark = '' } = at.params
  if (!isId(remark)) throw new NotFound('This text does not exist.')
  return remark
}

function backTo(at: At): string {
  return `${defendantPath(at.params.person ?? '', at.params.appearance ?? '')}#${at.params.kind}`
}
