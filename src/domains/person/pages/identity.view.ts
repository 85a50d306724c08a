import { longDate, savedAt } from '../../../platform/words/index.ts'
import type { IdentityFact, LinkedIdentity } from '../queries/identity-history.ts'
import { sourceText } from '../words.ts'
import { nameText } from './details.view.ts'

export type LinkedView = {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly since: string
  readonly kind: 'defendant' | 'record'
  readonly crn: string | null
}

export type IdentityView = {
  readonly crn: string
  readonly mayLink: boolean
  readonly mayMerge: boolean
  readonly defendants: readonly LinkedView[]
  readonly records: readonly LinkedView[]
  readonly decisions: readonly { readonly what: string; readonly who: string; readonly reason: string | null }[]
}

const decisions: Readonly<Record<string, string>> = {
  linked: 'A defendant was linked to this record',
  unlinked: 'A link to a defendant was undone',
  merged: 'Two records were merged',
  unmerged: 'A merge was undone',
  rejected: 'Two people were said to be different',
  'rejection-withdrawn': 'It is no longer said that two people are different',
  'record-opened': 'The record was opened',
}

/** What was decided about an identity, in words. */
export function identityDecisionText(kind: string): string {
  return decisions[kind] ?? kind
}

/** Who is read together with this record, and who decided it. */
export function identityView(
  crn: string,
  linked: readonly LinkedIdentity[],
  facts: readonly IdentityFact[],
  may: { readonly link: boolean; readonly merge: boolean },
): IdentityView {
  const views = linked.map(linkedView)
  return {
    crn,
    mayLink: may.link,
    mayMerge: may.merge,
    defendants: views.filter(view => view.kind === 'defendant'),
    records: views.filter(view => view.kind === 'record'),
    decisions: facts.map(fact => ({
      what: identityDecisionText(fact.kind),
      who: `${fact.decidedBy === 'machine' ? 'By the service itself' : `By ${fact.by}`}, ${savedAt(fact.at)}`,
      reason: fact.reason,
    })),
  }
}

function linkedView(linked: LinkedIdentity): LinkedView {
  const { lastName, dateOfBirth, source, crn } = linked
  return {
    id: linked.personId,
    name: lastName === null ? 'Name not known' : nameText({ ...linked, lastName }),
    about: [
      crn ? `CRN ${crn}` : null,
      dateOfBirth ? `born ${longDate(dateOfBirth)}` : 'date of birth not known',
      source ? sourceText(source) : null,
    ]
      .filter(Boolean)
      .join(', '),
    since: `Since ${savedAt(linked.linkedAt)}`,
    kind: linked.kind,
    crn,
  }
}
