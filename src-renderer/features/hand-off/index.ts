export { default as HandOffBar } from './HandOffBar.vue'
export { default as HandOffDialog } from './HandOffDialog.vue'
export { handOffLocale } from './hand-off.locale.ts'
