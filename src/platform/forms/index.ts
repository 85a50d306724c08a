export { type ErrorSummaryOptions, errorSummaryOf, type FieldProblem, problemFor } from './field-problems.ts'
