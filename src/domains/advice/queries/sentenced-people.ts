import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { offenceDetails } from '../../court/index.ts'
import { characteristicsOf, identityGroups } from '../../person/index.ts'
import { peopleSentencedBetween, type SentenceToCount, sentencesOfPeople } from '../../sentence/index.ts'
import { type RequestToCount, type SentencedCase, sentencedCases } from '../rules/sentenced-cases.ts'
import { requestsOfPeople } from './counted-requests.ts'

/** The cases sentenced in a period, both days included, the newest first, with the report each had. Ethnicity is read
 *  here, after the sentence, to see whether people were served alike. People the viewer may not see are left out. */
export async function casesSentenced(tx: Tx, from: LocalDate, to: LocalDate): Promise<readonly SentencedCase[]> {
  const groups = await identityGroups(tx, await peopleSentencedBetween(tx, from, to))
  const shown = new Map([...groups.values()].flatMap(group => group.map(id => [id, group[0]!] as const)))
  const ids = [...shown.keys()]
  const found = await characteristicsOf(tx, [...new Set(shown.values())])
  const sentences = byPerson<SentenceToCount>(await sentencesOfPeople(tx, ids), shown)
  const requests = byPerson<RequestToCount>(await requestsOfPeople(tx, ids), shown)
  const cases = [...found].flatMap(([personId, { sex, dateOfBirth, ethnicity }]) => {
    const person = {
      ...{ personId, dateOfBirth, ethnicity, sex: sex === 'male' || sex === 'female' ? sex : null },
      ...{ sentences: sentences.get(personId) ?? [], requests: requests.get(personId) ?? [] },
    }
    return sentencedCases(person, from, to, offenceDetails)
  })
  return cases.sort((a, b) => (a.sentencedOn === b.sentencedOn ? 0 : a.sentencedOn < b.sentencedOn ? 1 : -1))
}

function byPerson<Row extends { readonly personId: string }>(
  rows: readonly Row[],
  shown: ReadonlyMap<string, string>,
): ReadonlyMap<string, Row[]> {
  const held = new Map<string, Row[]>()
  for (const row of rows) {
    const id = shown.get(row.personId) ?? row.personId
    const own = held.get(id)
    if (own) own.push(row)
    else held.set(id, [row])
  }
  return held
}
