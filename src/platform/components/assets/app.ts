import { initAll as startMoj } from '@ministryofjustice/frontend'
import { initAll as startGovUk } from 'govuk-frontend'
import { askWhen } from './ask-when.ts'
import { keepDrafts } from './keep-drafts.ts'
import { onceASession } from './once-a-session.ts'
import { plainRadios } from './plain-radios.ts'
import { rememberFilters } from './remember-filters.ts'

// Pages work without any of this; it makes them quicker to use.
startGovUk()
startMoj()
plainRadios(document)
rememberFilters(document, window.localStorage)
keepDrafts(document)
askWhen(document)
onceASession(document, window.sessionStorage)
