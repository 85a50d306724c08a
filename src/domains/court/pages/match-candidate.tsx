import { Details, Tag } from '../../../platform/components/index.ts'
import type { CandidateView } from './match-candidate.view.ts'
import { RowsTable } from './rows-table.tsx'

/** One record that may be the defendant, with what was compared. Equal values are marked in words, not by colour alone. */
export function MatchCandidate({ candidate }: { readonly candidate: CandidateView }) {
  return (
    <article class="govuk-!-margin-bottom-4">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {candidate.limited ? (
          `${candidate.crn}: limited access`
        ) : (
          <>
            <a class="govuk-link" href={`/case/${candidate.crn}`}>
              {candidate.name}
            </a>
            , {candidate.crn}
          </>
        )}
      </h3>
      <p class="govuk-body-s govuk-!-margin-bottom-2">
        <Tag
          text={candidate.band}
          classes={candidate.band === 'Strong match' ? 'govuk-tag--green' : 'govuk-tag--yellow'}
        />{' '}
        {[candidate.status, candidate.about].filter(Boolean).join(', ')}
      </p>
      {candidate.twins && (
        <p class="govuk-body-s">
          These may be twins: the same birth date and address, but another first name. Only staff can link them.
        </p>
      )}
      {candidate.rejected && (
        <p class="govuk-body-s">
          Not this person, said {candidate.rejected.by ?? 'staff'}
          {candidate.rejected.reason && `: ${candidate.rejected.reason}`}
        </p>
      )}
      {candidate.limited ? (
        <p class="govuk-body-s">You may not see who this is. Ask somebody who may, or link by CRN when you are sure.</p>
      ) : (
        <>
          <RowsTable
            caption={`What was compared with ${candidate.crn}`}
            head={[{ text: 'Compared' }, { text: 'Court' }, { text: 'Record' }, { text: 'Result' }]}
            groups={[
              {
                rows: candidate.lines.map(line => [
                  line.field,
                  line.court,
                  line.record,
                  line.result === 'equal' ? (
                    <Tag text="Equal" classes="govuk-tag--green" />
                  ) : line.result === 'different' ? (
                    <span class="app-differs">Different</span>
                  ) : (
                    'Not compared'
                  ),
                ]),
              },
            ]}
          />
          {candidate.sum && (
            <Details summaryText={`Why? Weight ${candidate.weight}`}>
              <ul class="govuk-list govuk-list--bullet">
                {candidate.lines.map(line => (
                  <li>
                    {line.field}: {line.weight} ({line.level.toLowerCase()})
                  </li>
                ))}
              </ul>
              <p class="govuk-body">{candidate.sum}</p>
              <p class="govuk-body">
                <a class="govuk-link" href="/help/rules">
                  Rules and their sources
                </a>
              </p>
            </Details>
          )}
        </>
      )}
    </article>
  )
}
