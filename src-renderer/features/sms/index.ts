export { smsLocale } from './sms.locale.ts'
export { default as SmsSection } from './SmsSection.vue'
