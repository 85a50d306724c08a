import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { ServiceNavigation } from './service-navigation.tsx'

agreesWithFixtures('service-navigation', ServiceNavigation)
