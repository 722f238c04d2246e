// What somebody who asks for a person outside service hours is told.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultSettingValues } from '@zhengna/contract/domain/setting.ts'
import { dayOf, momentOf, nextDay } from '@zhengna/contract/domain/working-time.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { createQueueView } from './queue-view.ts'

let stand: JournalStand
beforeAll(async () => {
  stand = await openJournalStand()
})
afterAll(() => stand.close())

it('a place says when the office opens, and nothing of it while it is open', async () => {
  const { database, clock, queue } = stand
  const view = createQueueView({ database, clock, settings: () => defaultSettingValues, agentsOf: () => Promise.resolve([]) })
  const taxpayer = await stand.taxpayer(await stand.office())
  await queue.join(taxpayer, 'button')
  clock.advance(momentOf(nextDay(dayOf(clock.now())), '03:00') - clock.now())
  const { opensAt } = (await view.placeOf(taxpayer))!
  expect(opensAt).toBeGreaterThan(clock.now())
  clock.advance(opensAt! - clock.now() + 60_000)
  expect((await view.placeOf(taxpayer))!.opensAt).toBeNull()
})
