import type { Page } from '../../../platform/web/index.ts'

/** Every screen of reports and proposals. */
export const advicePages: readonly Page[] = []
