export { default as PushPage } from './PushPage.vue'
export { pushesLocale } from './pushes.locale.ts'
export { usePushesStore } from './pushes.store.ts'
