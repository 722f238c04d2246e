export { gapsLocale } from './gaps.locale.ts'
export { default as GapsSection } from './GapsSection.vue'
