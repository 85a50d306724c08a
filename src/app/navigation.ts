import type { Viewer } from '../platform/access/index.ts'
import { roleNames } from '../platform/access/index.ts'
import type { ServiceNavigationItem } from '../platform/components/index.ts'
import { permissions } from './domains.ts'

type Place = { readonly section: string; readonly text: string; readonly href: string; readonly allow: string }

/** The few places a role works in, in the order of its day. */
const places: readonly Place[] = [
  { section: 'home', text: 'Home', href: '/', allow: 'app.home' },
  { section: 'courts', text: 'Courts', href: '/courts', allow: 'court.see-list' },
  { section: 'court-matches', text: 'Matches', href: '/court/matches', allow: 'court.match' },
  { section: 'court-outcomes', text: 'Outcomes', href: '/court/outcomes', allow: 'court.assign-outcome' },
  { section: 'court-proposals', text: 'Sentences', href: '/court/proposals', allow: 'court.decide-proposal' },
  { section: 'reports', text: 'Reports', href: '/reports', allow: 'advice.see-reports' },
  { section: 'court-messages', text: 'Messages', href: '/court/messages', allow: 'court.see-messages' },
  { section: 'court-measures', text: 'Measures', href: '/court/measures', allow: 'court.see-measures' },
  { section: 'catalogue', text: 'Catalogue', href: '/catalogue', allow: 'organisation.see-catalogue' },
  { section: 'needs', text: 'Needs', href: '/needs', allow: 'assessment.see-needs' },
  { section: 'assessment-quality', text: 'Quality', href: '/assessment-quality', allow: 'assessment.see-quality' },
  { section: 'reviews', text: 'Reviews', href: '/reviews', allow: 'assessment.write' },
  { section: 'countersigning', text: 'Countersigning', href: '/countersigning', allow: 'assessment.countersign' },
  { section: 'sentencer', text: 'Reports', href: '/sentencer', allow: 'advice.read-at-court' },
  { section: 'search', text: 'Search', href: '/search', allow: 'person.search' },
  { section: 'identities', text: 'Identities', href: '/identities', allow: 'person.merge' },
  { section: 'scores', text: 'Scores', href: '/scores/quality', allow: 'assessment.see-quality' },
  { section: 'limits', text: 'Limited access', href: '/limited-access', allow: 'person.limit-access' },
  { section: 'who-looked', text: 'Who looked', href: '/who-looked', allow: 'person.who-looked' },
  { section: 'admin', text: 'Administration', href: '/admin/jobs', allow: 'platform.see-jobs' },
]

export function navigation(viewer: Viewer, section: string | undefined): readonly ServiceNavigationItem[] {
  return places
    .filter(place => permissions.allows(viewer, place.allow))
    .map(({ section: own, text, href }) => ({ text, href, active: own === section }))
}

export function roleLabel(viewer: Viewer): string {
  return viewer.roles.map(role => roleNames[role]).join(', ')
}
