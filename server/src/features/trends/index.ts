export { readFilingCalendar } from './filing-calendar.ts'
export { registerTrendRoutes } from './trends.routes.ts'
export { createTrends, type Trends } from './trends.service.ts'
