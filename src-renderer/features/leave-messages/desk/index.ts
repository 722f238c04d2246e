export { leaveDeskLocale } from './leave-desk.locale.ts'
export { useLeaveDeskStore } from './leave-desk.store.ts'
export { default as LeaveDeskPage } from './LeaveDeskPage.vue'
