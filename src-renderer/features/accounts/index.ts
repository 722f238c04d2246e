export { accountsLocale } from './accounts.locale.ts'
export { default as AccountsSection } from './AccountsSection.vue'
export { useAccountsStore } from './accounts.store.ts'
