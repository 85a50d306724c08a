import { z } from 'zod'
import { MojPagination, MojSubNavigation } from '../../../platform/components/index.ts'
import { ok } from '../../../platform/errors/index.ts'
import { page, post } from '../../../platform/web/index.ts'
import { allCourts } from '../../organisation/index.ts'
import { identityBar, identityGroups } from '../../person/index.ts'
import { probationSummaries } from '../../sentence/index.ts'
import { caseListWindow } from '../parameters/court-lists.ts'
import { candidatesOf } from '../queries/defendant-at-court.ts'
import { countMatchesToReview, matchesToReview } from '../queries/match-queue.ts'
import { decideMatch } from './defendant-posts.ts'
import { idField, textField } from './form-fields.ts'
import { MatchCandidate } from './match-candidate.tsx'
import { candidateView } from './match-candidate.view.ts'
import { Decide } from './match-panel.tsx'
import { type MatchesModel, type MatchRow, matchRow, pagesOf } from './matches.view.ts'

export const matchesPage = page<MatchesModel>({
  path: '/court/matches',
  name: 'court.matches',
  title: 'Possible matches',
  allow: 'court.match',
  section: 'court-matches',
  async view(ctx, at) {
    const { tx, today } = ctx
    const queue = at.query.one('tab') === 'heard' ? 'heard' : 'to-come'
    const size = caseListWindow.on(today).value.matchesPageSize
    const counts = await countMatchesToReview(tx, today)
    const pages = pagesOf(counts[queue], size, Number.parseInt(at.query.one('page'), 10) || 1)
    const matches = await matchesToReview(tx, queue, today, size, (pages.current - 1) * size)
    const people = matches.map(one => one.personId)
    const candidates = await candidatesOf(
      tx,
      people,
      matches.map(one => one.defendantId),
    )
    const theirs = [...new Set(candidates.filter(one => !one.limited).map(one => one.candidatePersonId))]
    const bars = await identityBar(tx, [...new Set(candidates.map(one => one.candidatePersonId))])
    const statuses = await probationSummaries(tx, await identityGroups(tx, theirs), today)
    const names = new Map((await allCourts(tx, today)).map(court => [court.code, court.name]))
    if (people.length > 0) ctx.look('court.matches', [...new Set([...people, ...theirs])])
    return {
      queue,
      counts,
      pages,
      rows: matches.map(match =>
        matchRow(
          match,
          candidates
            .filter(one => one.defendantId === match.defendantId)
            .map(one => candidateView(one, bars.get(one.candidatePersonId), statuses.get(one.candidatePersonId))),
          names.get(match.courtCode) ?? match.courtCode,
          today,
        ),
      ),
    }
  },
  body: model => <Matches model={model} />,
  posts: {
    match: post({
      allow: 'court.match',
      form: z.object({ appearanceId: idField, decision: textField, crn: textField, reason: textField }),
      async run(ctx, form, at) {
        const done = await decideMatch(ctx, form.appearanceId, form)
        if (done.ok) return ok({ to: `${at.path}${at.query.with({})}`, say: done.value.say })
        const named = (field: string) =>
          field === 'decision' || field === 'crn' ? `${field}-${form.appearanceId}` : field
        return { ok: false, problems: done.problems.map(one => ({ ...one, field: named(one.field) })) }
      },
    }),
  },
})

function Matches({ model }: { readonly model: MatchesModel }) {
  const { queue, counts, pages } = model
  const base = queue === 'heard' ? '/court/matches?tab=heard&page=' : '/court/matches?page='
  return (
    <>
      <h1 class="govuk-heading-l">Possible matches</h1>
      <p class="govuk-body">
        Defendants who may be on record. Equal values are marked. Your decision holds when the court sends the hearing
        again.
      </p>
      <MojSubNavigation
        label="Matches"
        items={[
          { text: `Hearings to come (${counts['to-come']})`, href: '/court/matches', active: queue === 'to-come' },
          { text: `Heard already (${counts.heard})`, href: '/court/matches?tab=heard', active: queue === 'heard' },
        ]}
      />
      {model.rows.length === 0 && (
        <p class="govuk-body">
          {queue === 'to-come'
            ? 'No defendant of a hearing to come has a possible match. New ones appear as lists arrive.'
            : 'Every possible match of a past hearing was decided.'}
        </p>
      )}
      {model.rows.map(row => (
        <Row row={row} />
      ))}
      {pages.count > 1 && (
        <MojPagination
          landmarkLabel="Pages of matches"
          items={Array.from({ length: pages.count }, (_, index) => ({
            number: index + 1,
            href: `${base}${index + 1}`,
            current: index + 1 === pages.current,
          }))}
          results={{ from: pages.from, to: pages.to, count: counts[queue], text: 'defendants' }}
        />
      )}
    </>
  )
}

function Row({ row }: { readonly row: MatchRow }) {
  return (
    <section class="app-card" aria-labelledby={`d-${row.appearanceId}`}>
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1" id={`d-${row.appearanceId}`}>
        <a class="govuk-link" href={row.href}>
          {row.name}
        </a>
      </h2>
      <p class="govuk-body-s">
        {row.born}. {row.where}. <strong>{row.deadline}</strong>
      </p>
      <div class="app-beside">
        <div>
          {row.candidates.map(candidate => (
            <MatchCandidate candidate={candidate} />
          ))}
        </div>
        <Decide candidates={row.candidates} action="/court/matches" appearanceId={row.appearanceId} />
      </div>
    </section>
  )
}
