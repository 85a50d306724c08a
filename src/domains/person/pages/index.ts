import type { Page } from '../../../platform/web/index.ts'
import { detailsPage } from './details.page.tsx'

/** The screens of this domain; the home pages and the assembled record stand in `app`. */
export const personPages: readonly Page[] = [detailsPage]
