export { answeringSettingsIn } from './answering-settings.ts'
export { registerSettingRoutes } from './settings.routes.ts'
export { openSettings, type Settings } from './settings.service.ts'
