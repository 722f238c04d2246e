export { useAdministeredSettingsStore } from './administered-settings.store.ts'
export { administrationLocale } from './administration.locale.ts'
export { default as SettingsSection } from './SettingsSection.vue'
