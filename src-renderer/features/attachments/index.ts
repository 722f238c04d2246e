export { attachmentsLocale } from './attachments.locale.ts'
export { default as AttachmentField } from './AttachmentField.vue'
export { default as AttachmentList } from './AttachmentList.vue'
