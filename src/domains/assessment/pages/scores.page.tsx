import type { ComponentChild } from 'preact'
import { z } from 'zod'
import { BarChart, drawBars } from '../../../platform/charts/index.ts'
import { Button, Details, InsetText, Table, Tag, WarningText } from '../../../platform/components/index.ts'
import { Form } from '../../../platform/web/index.ts'
import { casePage, casePost } from '../../person/index.ts'
import { scoreAssessment } from '../commands/score-assessment.ts'
import { scoresOf } from '../queries/scores-of.ts'
import { type ScoreCard, type ScoresView, scoresView } from './scores.view.ts'

type Model = {
  readonly view: ScoresView
  readonly charts: ReadonlyMap<string, ComponentChild>
  readonly mayScore: boolean
}

/** From how many contributions on a picture says more than its table. */
const chartFrom = 3

export const scoresPage = casePage<Model>({
  path: '/scores',
  name: 'assessment.scores',
  title: 'Scores',
  allow: 'assessment.view',
  tab: 'scores',
  async view(ctx, opened) {
    const view = scoresView(await scoresOf(ctx.tx, opened.group), `/case/${opened.crn}`)
    const cards = [...(view.scored?.two ?? []), ...(view.scored?.one ?? [])]
    const charts = new Map<string, ComponentChild>()
    for (const { predictor, contributions } of cards) {
      if (contributions.length >= chartFrom) charts.set(predictor, await drawBars(contributions))
    }
    return { view, charts, mayScore: ctx.can('assessment.write') }
  },
  body: ({ view, charts, mayScore }) => (
    <>
      <h1 class="govuk-heading-l">Scores</h1>
      {view.scored === null ? (
        <InsetText>Nobody has worked out scores for this person yet. That is not a low score.</InsetText>
      ) : (
        <Scored scored={view.scored} charts={charts} />
      )}
      {mayScore && (
        <Form intent="score">
          <Button
            text={view.scored === null ? 'Work out the scores' : 'Work the scores out again'}
            classes="govuk-button--secondary"
          />
        </Form>
      )}
    </>
  ),
  posts: {
    score: casePost({
      allow: 'assessment.write',
      form: z.object({}),
      run: async (ctx, opened) => {
        ctx.may('assessment.write', { people: [opened.personId] })
        const { changed } = await scoreAssessment(ctx, { personId: opened.personId, assessmentId: null })
        const say = changed ? 'The scores are worked out' : 'Nothing has changed since the last scores'
        return { ok: true, value: { to: `/case/${opened.crn}/scores`, say } }
      },
    }),
  },
})

type Scoring = NonNullable<ScoresView['scored']>

function Scored({
  scored,
  charts,
}: {
  readonly scored: Scoring
  readonly charts: ReadonlyMap<string, ComponentChild>
}) {
  return (
    <>
      <p class="govuk-body">{scored.about}</p>
      {scored.wrong.map(text => (
        <WarningText text={text} iconFallbackText="Cannot be right" />
      ))}
      {scored.toAsk.length > 0 && (
        <InsetText>
          <p class="govuk-body">Worth a second look:</p>
          <ul class="govuk-list govuk-list--bullet">
            {scored.toAsk.map(text => (
              <li>{text}</li>
            ))}
          </ul>
        </InsetText>
      )}
      <Generation
        title="Generation 2"
        hint="In use since late 2025. The bands of the two generations mean different things and are never compared."
        cards={scored.two}
        charts={charts}
      />
      <Generation
        title="Generation 1"
        hint="Kept for records and decisions that still name these scores."
        cards={scored.one}
        charts={charts}
      />
      <h2 class="govuk-heading-m">Screens</h2>
      {scored.screens.map(screen => (
        <section class="app-card">
          <h3 class="govuk-heading-s">{screen.title}</h3>
          <p class="govuk-body">{screen.result}</p>
          {screen.why.length > 0 && (
            <Details summaryText={`What it rests on (${screen.why.length})`}>
              <ul class="govuk-list govuk-list--bullet">
                {screen.why.map(text => (
                  <li>{text}</li>
                ))}
              </ul>
            </Details>
          )}
        </section>
      ))}
      <p class="govuk-hint">Which answers stand for which item of the screens is our assumption.</p>
      <h2 class="govuk-heading-m">Where the scores come from</h2>
      {scored.edges.length > 0 && (
        <Details summaryText={`One step would move a band (${scored.edges.length})`}>
          <ul class="govuk-list govuk-list--bullet">
            {scored.edges.map(text => (
              <li>{text}</li>
            ))}
          </ul>
        </Details>
      )}
      <Details summaryText={`All inputs (${scored.inputs.length})`}>
        <Table
          classes="app-table--compact"
          head={[{ text: 'Input' }, { text: 'Value' }, { text: 'From' }]}
          rows={scored.inputs.map(input => [
            { text: input.label },
            { text: input.value },
            { text: input.unconfirmed ? `${input.from} (not confirmed)` : input.from },
          ])}
        />
      </Details>
      <Details summaryText={`Earlier scores (${scored.history.length - 1})`}>
        <Table
          classes="app-table--compact"
          head={[
            { text: 'Scored' },
            { text: 'Because of' },
            ...(scored.history[0]?.bands ?? []).map(({ predictor }) => ({ text: predictor })),
          ]}
          rows={scored.history.map(row => [
            { text: `${row.when}, ${row.by}` },
            { text: row.why },
            ...row.bands.map(({ text }) => ({ text })),
          ])}
        />
      </Details>
    </>
  )
}

type Cards = {
  readonly title: string
  readonly hint: string
  readonly cards: readonly ScoreCard[]
  readonly charts: ReadonlyMap<string, ComponentChild>
}

function Generation({ title, hint, cards, charts }: Cards) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-hint">{hint}</p>
      {cards.map(card => (
        <section class="app-card" aria-labelledby={`score-${card.predictor}`}>
          <h3 class="govuk-heading-s" id={`score-${card.predictor}`}>
            {card.title} ({card.predictor}): {card.figure}{' '}
            {card.band && <Tag text={card.band.text} classes={`govuk-tag--${card.band.colour}`} />}
          </h3>
          <p class="govuk-body">
            {card.meaning}
            {card.form && <span class="app-secondary">{card.form}</span>}
          </p>
          {card.notes.map(note => (
            <p class="govuk-body">{note}</p>
          ))}
          {card.missing.length > 0 && (
            <Details summaryText={`What is missing (${card.missing.length})`}>
              <ul class="govuk-list govuk-list--bullet">
                {card.missing.map(({ text, href }) => (
                  <li>
                    {href === null ? (
                      text
                    ) : (
                      <a class="govuk-link" href={href}>
                        {text}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            </Details>
          )}
          {card.contributions.length > 0 && (
            <Details summaryText="How it adds up">
              <BarChart drawn={charts.get(card.predictor) ?? null}>
                <Table
                  classes="app-table--compact"
                  head={[{ text: 'What counts' }, { text: 'Adds', format: 'numeric' }]}
                  rows={[
                    ...card.contributions.map(row => [
                      { text: row.label },
                      { text: row.text, format: 'numeric' as const },
                    ]),
                    [{ html: <strong>Sum</strong> }, { html: <strong>{card.sum}</strong>, format: 'numeric' as const }],
                  ]}
                />
              </BarChart>
            </Details>
          )}
          <p class="app-secondary">{card.versions}</p>
        </section>
      ))}
    </>
  )
}
