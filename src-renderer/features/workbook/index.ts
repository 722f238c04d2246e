export { workbookLocale } from './workbook.locale.ts'
export { default as WorkbookSection } from './WorkbookSection.vue'
