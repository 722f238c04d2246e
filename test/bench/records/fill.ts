// A store as an office's after years: many records, and people who are signed in.
import { seedDemoPeople } from '../../../server/src/features/people/index.ts'
import { openDatabase } from '../../../server/src/platform/database/database.ts'
import { manyAppointments, manyLeaveMessages, manyPeople } from '../../support/many-records.ts'
import { openPlanner } from '../../support/query-plan.ts'

export const BOOKERS = 500
export const PLACES = 50
/** Where they book; its other half hours are free. */
export const rushOffice = 'o0'
export const bookerId = (number: number): string => `booker${number}`
export const sessionId = (number: number): string => `session${number}`
const NEVER = 9_000_000_000_000

export async function fillStore(location: string, rows: number): Promise<void> {
  const database = await openDatabase(location)
  await seedDemoPeople(database)
  await database.close()
  const numbers = `with recursive n(i) as (select 0 union all select i + 1 from n where i < ${BOOKERS - 1})`
  const planner = await openPlanner(location)
  await planner.run([
    ...manyPeople(),
    manyLeaveMessages(rows),
    manyAppointments(rows),
    `insert into people (id, account, password_hash, role, name, office_id, presence) ${numbers}
       select 'booker' || i, 'booker' || i, '', 'taxpayer', '纳税人' || i, '${rushOffice}', 'busy' from n`,
    `insert into sessions (id, person_id, refresh_hash, expires_at) ${numbers} select 'session' || i, 'booker' || i, 'hash' || i, ${NEVER} from n`,
    `insert into slot_capacities (office_id, service_type, capacity, changed_by, changed_at) values ('${rushOffice}', 'general', ${PLACES}, 'admin001', 1)`,
  ])
  await planner.analyse()
  await planner.close()
}
