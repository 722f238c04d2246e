export { appointmentDeskLocale } from './appointment-desk.locale.ts'
export { useAppointmentDeskStore } from './appointment-desk.store.ts'
export { default as AppointmentDeskPage } from './AppointmentDeskPage.vue'
