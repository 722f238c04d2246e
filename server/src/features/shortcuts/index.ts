export { readShortcuts } from './shortcut-seed.ts'
export { registerShortcutRoutes } from './shortcuts.routes.ts'
export { createShortcuts } from './shortcuts.service.ts'
