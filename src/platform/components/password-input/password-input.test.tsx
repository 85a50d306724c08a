import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { PasswordInput } from './password-input.tsx'

agreesWithFixtures('password-input', PasswordInput)
