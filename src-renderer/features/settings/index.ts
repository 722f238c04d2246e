export { default as FontMenu } from './FontMenu.vue'
export { settingsLocale } from './settings.locale.ts'
export { useSettingsStore } from './settings.store.ts'
export { default as ThemeMenu } from './ThemeMenu.vue'
