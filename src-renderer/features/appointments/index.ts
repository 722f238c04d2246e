export { default as AppointmentDetail } from './AppointmentDetail.vue'
export { default as AppointmentForm } from './AppointmentForm.vue'
export { default as AppointmentList } from './AppointmentList.vue'
export { appointmentsLocale } from './appointments.locale.ts'
