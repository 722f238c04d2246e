export { registerConfirmationSheetRoutes } from './confirmation-sheets.routes.ts'
export { createConfirmationSheets, type ConfirmationSheets } from './confirmation-sheets.service.ts'
export { mayReadSheetFiles } from './material-files.ts'
export { readSeededTemplates } from './seeded-templates.ts'
