export { readFilingCalendar } from './filing-calendar.ts'
export { registerTrendRoutes } from './trends.routes.ts'
export { createTrends } from './trends.service.ts'
