import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { BackLink } from './back-link.tsx'

agreesWithFixtures('back-link', BackLink)
