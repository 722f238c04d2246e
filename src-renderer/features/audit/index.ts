export { default as AuditSection } from './AuditSection.vue'
export { auditLocale } from './audit.locale.ts'
