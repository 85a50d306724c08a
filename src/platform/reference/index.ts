export { projectRoot, readReference, readReferenceLines } from './read-reference.ts'
