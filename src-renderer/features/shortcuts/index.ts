export { default as ShortcutBar } from './ShortcutBar.vue'
export { default as ShortcutsDialog } from './ShortcutsDialog.vue'
export { shortcutsLocale } from './shortcuts.locale.ts'
export { useShortcutsStore } from './shortcuts.store.ts'
