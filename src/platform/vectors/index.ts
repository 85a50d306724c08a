export { sameAnswer } from './same-answer.ts'
export type { JsonCase, JsonFamily, VectorCase, VectorFamily } from './vector-family.ts'
export { jsonFamily } from './vector-family.ts'
export { casesIn, readVectorFile, VectorFileError } from './vector-file.ts'
