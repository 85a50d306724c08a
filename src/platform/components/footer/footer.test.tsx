import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { Footer } from './footer.tsx'

agreesWithFixtures('footer', Footer)
