export { registerTaxpayerTagRoutes } from './taxpayer-tags.routes.ts'
export { createTaxpayerTags, type TaxpayerTags } from './taxpayer-tags.service.ts'
export { tagsInUse } from './taxpayer-tags.store.ts'
