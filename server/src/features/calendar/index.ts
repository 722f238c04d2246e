export { registerCalendarRoutes } from './calendar.routes.ts'
export { createOfficeCalendars, type OfficeCalendars } from './calendar.service.ts'
export { capacitiesOf, workingTimeOf } from './calendar.store.ts'
