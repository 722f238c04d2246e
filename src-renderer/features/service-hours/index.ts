export { serviceHoursLocale } from './service-hours.locale.ts'
export { useServiceHoursStore } from './service-hours.store.ts'
export { default as ServiceHoursPage } from './ServiceHoursPage.vue'
export { default as ServiceHoursSection } from './ServiceHoursSection.vue'
