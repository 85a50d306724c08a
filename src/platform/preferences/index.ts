export { keepPreference, readPreference } from './preference.ts'
