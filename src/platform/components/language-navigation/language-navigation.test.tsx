import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { LanguageNavigation } from './language-navigation.tsx'

agreesWithFixtures('language-navigation', LanguageNavigation)
