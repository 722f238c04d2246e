export { default as WorkOrderDetail } from './WorkOrderDetail.vue'
export { default as WorkOrderList } from './WorkOrderList.vue'
export { workOrdersLocale } from './work-orders.locale.ts'
