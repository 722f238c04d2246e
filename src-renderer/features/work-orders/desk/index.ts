export { default as OrderDeskPage } from './OrderDeskPage.vue'
export { workOrderDeskLocale } from './work-order-desk.locale.ts'
export { useWorkOrderDeskStore } from './work-order-desk.store.ts'
