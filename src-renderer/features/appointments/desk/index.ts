export { appointmentDeskLocale } from './appointment-desk.locale.ts'
export { useAppointmentDeskStore } from './appointment-desk.store.ts'
export { default as AppointmentDeskPage } from './AppointmentDeskPage.vue'
// The console has no form of the taxpayer's; only its words.
export { appointmentsLocale } from '../appointments.locale.ts'
export { default as ProposalButton } from './ProposalButton.vue'
export { useAppointmentNews } from './use-appointment-news.ts'
