import { courtPages } from '../domains/court/index.ts'
import { personPages } from '../domains/person/index.ts'
import type { Page } from '../platform/web/index.ts'
import { rulePage, rulesPage } from './pages/rules.page.tsx'
import { searchPage } from './pages/search.page.tsx'

/** Every screen of the product. */
export const pages: readonly Page[] = [searchPage, rulesPage, rulePage, ...personPages, ...courtPages]
