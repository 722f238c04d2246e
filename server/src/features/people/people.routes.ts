import * as contract from '@zhengna/contract/http/offices.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Implement } from '../../platform/http/implement.ts'
import { officesWithAgents } from './people.store.ts'

export function registerPeopleRoutes(implement: Implement, database: Database): void {
  implement(contract.listOffices, async () => ({ offices: await officesWithAgents(database.reader) }))
}
