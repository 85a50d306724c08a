import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { NotificationBanner } from './notification-banner.tsx'

agreesWithFixtures('notification-banner', NotificationBanner)
