export { readShortcuts } from './shortcut-seed.ts'
export { registerShortcutRoutes } from './shortcuts.routes.ts'
export { createShortcuts, type Shortcuts } from './shortcuts.service.ts'
