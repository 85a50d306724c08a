import type { Page } from '../../../platform/web/index.ts'

/** Every screen of assessment and plan. */
export const assessmentPages: readonly Page[] = []
