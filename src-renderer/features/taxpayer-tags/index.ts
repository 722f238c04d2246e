export { default as TagsDialog } from './TagsDialog.vue'
export { tagsLocale } from './tags.locale.ts'
