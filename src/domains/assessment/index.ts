export { assessmentVectorFamilies } from './vectors.ts'
