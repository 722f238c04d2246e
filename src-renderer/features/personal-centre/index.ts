export { default as PersonalCentre } from './PersonalCentre.vue'
export { personalCentreLocale } from './personal-centre.locale.ts'
export { usePersonalCentreStore, type CentreSection } from './personal-centre.store.ts'
