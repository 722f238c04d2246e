export { reachOf } from './reach.ts'
export { registerPeopleRoutes } from './people.routes.ts'
export { hasDemoPeople, seedDemoPeople } from './demo-people.ts'
export { findByAccount, findPeople, findPerson, listOffices, toMaskedPerson, toPerson, type PersonRow } from './people.store.ts'
