export { associationLocale } from './association.locale.ts'
export { default as AssociationList } from './AssociationList.vue'
export { useAssociation } from './use-association.ts'
