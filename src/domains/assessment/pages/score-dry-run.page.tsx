import { z } from 'zod'
import { Button, FileUpload, InsetText, Table } from '../../../platform/components/index.ts'
import type { Context } from '../../../platform/context/index.ts'
import { Form, page, post } from '../../../platform/web/index.ts'
import { plural } from '../../../platform/words/index.ts'
import { type CandidateData, candidateData, giveCandidateData } from '../commands/give-candidate-data.ts'
import { actuarialData } from '../parameters/actuarial-data.ts'
import { type CaseloadTried, tryOverCaseload } from '../queries/score-checks.ts'
import { bandMoveText, type MoveCount, moveCounts } from './band-move-counts.ts'
import { type NamedPerson, namesOf, PersonLink } from './score-people.tsx'

type Candidate = Pick<CandidateData, 'id' | 'name' | 'version'>
type Tried = {
  readonly candidate: Candidate
  readonly people: number
  readonly counts: readonly MoveCount[]
  readonly rows: readonly { readonly person: NamedPerson; readonly team: string; readonly moves: string }[]
  readonly moved: number
}
type Model = { readonly inForce: string; readonly candidates: readonly Candidate[]; readonly tried: Tried | null }

const listed = 200

export const scoreDryRunPage = page<Model>({
  path: '/scores/dry-run',
  name: 'assessment.score-dry-run',
  title: 'Try new actuarial data',
  allow: 'assessment.rescore',
  section: 'scores',
  async view(ctx, at) {
    const candidates = await ctx.tx.rows<Candidate>(
      'SELECT id, name, version FROM assessment.candidate_data ORDER BY given_at DESC, id DESC LIMIT 20',
    )
    const chosen = candidates.find(one => one.id === at.query.one('data'))
    return {
      inForce: actuarialData(ctx.today).version,
      candidates,
      tried: chosen ? await triedBy(ctx, chosen) : null,
    }
  },
  body: ({ inForce, candidates, tried }) => (
    <>
      <h1 class="govuk-heading-l">Try new actuarial data</h1>
      <p class="govuk-body">
        Shows who would change band in generation 2 if a new file took the place of the data in force ({inForce}).
        Nothing is changed.
      </p>
      {tried && <TriedOver tried={tried} />}
      <Form intent="give" enctype="multipart/form-data">
        <FileUpload id="coefficients" name="coefficients" label={{ text: 'Coefficients (JSON)' }} />
        <FileUpload
          id="offenceMap"
          name="offenceMap"
          label={{ text: 'Offence map (CSV, optional)' }}
          hint={{ text: 'Without one, the map in force is used.' }}
        />
        <Button text="Try it" />
      </Form>
      {candidates.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Tried before</h2>
          <ul class="govuk-list">
            {candidates.map(({ id, name, version }) => (
              <li>
                <a class="govuk-link" href={`/scores/dry-run?data=${id}`}>
                  {name}
                </a>{' '}
                ({version})
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  ),
  posts: {
    give: post({
      allow: 'assessment.rescore',
      form: z.object({}),
      run: async (ctx, _form, at) => {
        const file = (field: string) => at.files.find(one => one.field === field && one.content.length > 0)
        const coefficients = file('coefficients')
        const done = await giveCandidateData(ctx, {
          name: coefficients?.name ?? '',
          coefficients: coefficients?.content.toString('utf8') ?? '',
          offenceMap: file('offenceMap')?.content.toString('utf8') ?? null,
        })
        return done.ok ? { ok: true, value: { to: `/scores/dry-run?data=${done.value.id}` } } : done
      },
    }),
  },
})

async function triedBy(ctx: Context, candidate: Candidate): Promise<Tried> {
  const kept = await ctx.tx.one<Pick<CandidateData, 'coefficients' | 'offenceMap'>>(
    'SELECT coefficients, offence_map AS "offenceMap" FROM assessment.candidate_data WHERE id = $1',
    [candidate.id],
  )
  const { people, moved }: CaseloadTried = await tryOverCaseload(ctx.tx, candidateData(kept, ctx.today))
  const first = moved.slice(0, listed)
  const names = await namesOf(
    ctx,
    'assessment.score-dry-run',
    first.map(one => one.personId),
  )
  const rows = first.flatMap(({ personId, teamCode, moves }) => {
    const person = names.get(personId)
    return person ? [{ person, team: teamCode ?? 'No team', moves: moves.map(bandMoveText).join('; ') }] : []
  })
  return { candidate, people, counts: moveCounts(moved), rows, moved: moved.length }
}

function TriedOver({ tried }: { readonly tried: Tried }) {
  return (
    <>
      <h2 class="govuk-heading-m">
        {tried.candidate.name} ({tried.candidate.version})
      </h2>
      <InsetText
        text={`${plural(tried.moved, 'person', 'people')} of ${tried.people} would change band. People you may not see are left out.`}
      />
      {tried.counts.length > 0 && (
        <Table
          caption="By team and band"
          classes="app-table--compact"
          head={[{ text: 'Team' }, { text: 'Change' }, { text: 'People', format: 'numeric' }]}
          rows={tried.counts.map(({ team, move, people }) => [
            { text: team },
            { text: move },
            { text: people, format: 'numeric' as const },
          ])}
        />
      )}
      {tried.rows.length > 0 && (
        <Table
          caption={tried.moved > listed ? `The first ${listed} people` : 'People'}
          classes="app-table--compact"
          head={[{ text: 'Person' }, { text: 'Team' }, { text: 'Change' }]}
          rows={tried.rows.map(({ person, team, moves }) => [
            { html: <PersonLink person={person} /> },
            { text: team },
            { text: moves },
          ])}
        />
      )}
    </>
  )
}
