import type { Tx } from '../../../platform/store/index.ts'
import { detailsOnRecord } from '../../person/index.ts'
import type { IdentityValues } from '../rules/court-beside-record.ts'
import { sexWords, wordsFor } from '../words.ts'

/** Who the record says the person is, leaving out what the court's own provisional person brought. `group` is the
 *  identity group of somebody the viewer may see. */
export async function recordValues(tx: Tx, group: readonly string[], courtPersonId: string): Promise<IdentityValues> {
  const held = await detailsOnRecord(tx, group)
  const { person } = held
  const ofRecord = <Fact extends { personId: string; endedAt: string | null }>(facts: readonly Fact[]) =>
    facts.filter(fact => fact.endedAt === null && (fact.personId !== courtPersonId || group[0] === courtPersonId))
  const forenames = [person.firstName, person.middleNames].filter(Boolean).join(' ')
  const numbers = (kind: string) =>
    ofRecord(held.identifiers)
      .filter(one => one.kind === kind)
      .map(one => one.canonical ?? one.given)
  return {
    name: [[person.lastName, forenames].filter(Boolean).join(', ')],
    dateOfBirth: person.dateOfBirth ? [person.dateOfBirth] : [],
    sex: [wordsFor(sexWords, person.sex)],
    address: ofRecord(held.addresses).map(one => [...one.lines, one.postcode].filter(Boolean).join(', ')),
    pnc: [...new Set(numbers('PNC'))],
    cro: [...new Set(numbers('CRO'))],
  }
}
