// A store in which 200,000 records of a kind are, and a planner that says how it means to find some of them.
import { rmSync } from 'node:fs'
import { openDatabase, type Database } from '../../server/src/platform/database/database.ts'
import { manyPeople } from './many-records.ts'
import { openPlanner, type Planner } from './query-plan.ts'
import { temporaryFolder } from './server.ts'
import { storeOf } from './store-place.ts'

export const RECORDS = 200_000

export interface CrowdedStore extends Pick<Planner, 'planOf'> {
  readonly database: Database
  close(): Promise<void>
}

export async function openCrowdedStore(...records: ((count: number) => string)[]): Promise<CrowdedStore> {
  const folder = temporaryFolder('crowded')
  const location = await storeOf(folder, 'empty')
  const database = await openDatabase(location)
  const planner = await openPlanner(location)
  await planner.run([...manyPeople(), ...records.map((statement) => statement(RECORDS))])
  await planner.analyse()
  return {
    database,
    planOf: (query) => planner.planOf(query),
    async close() {
      await planner.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
