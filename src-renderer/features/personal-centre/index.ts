export { default as PersonalCentre } from './PersonalCentre.vue'
export { personalCentreLocale } from './personal-centre.locale.ts'
export { usePersonalCentreStore } from './personal-centre.store.ts'
