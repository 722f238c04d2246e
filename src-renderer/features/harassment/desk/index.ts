export { default as HarassmentSection } from './HarassmentSection.vue'
export { default as InterceptionsPage } from './InterceptionsPage.vue'
export { default as ReportHarassment } from './ReportHarassment.vue'
export { harassmentDeskLocale } from './harassment-desk.locale.ts'
