import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import { openPushStand, type PushStand } from '../../../../test/support/pushes.ts'
import { createTaxpayerTags, type TaxpayerTags } from './index.ts'

let here: OfficeId
let elsewhere: OfficeId
let stand: PushStand
let tags: TaxpayerTags
beforeEach(async () => {
  stand = await openPushStand()
  tags = createTaxpayerTags(stand)
  here = await stand.office()
  elsewhere = await stand.office()
  await stand.known(here, { taxpayerNumber: 'A1' }, ['重点税源'])
  await stand.known(here, { taxpayerNumber: 'A2' })
  await stand.known(elsewhere, { taxpayerNumber: 'B1' })
})
afterEach(() => stand.close())

describe('tags', () => {
  it('are given by 纳税人识别号; the answer says who had it before and whom nobody knows', async () => {
    expect(await tags.give(stand.admin, '重点税源', ['A1', 'A2', 'B1', 'C1'])).toEqual({ added: 2, already: 1, unknown: ['C1'] })
    expect(await tags.give(stand.admin, '重点税源', ['A1', 'A2', 'B1', 'C1'])).toEqual({ added: 0, already: 3, unknown: ['C1'] })
    const { items, total } = await tags.tagged(stand.admin, '重点税源', { offset: 0, limit: 2 })
    expect([items.length, total]).toEqual([2, 3])
  })

  it('of another office are not seen, given or taken by a supervisor', async () => {
    const supervisor = stand.supervisor(here)
    expect(await tags.give(supervisor, '出口', ['A1', 'B1'])).toEqual({ added: 1, already: 0, unknown: ['B1'] })
    await tags.give(stand.admin, '出口', ['B1'])
    expect(await tags.list(supervisor)).toEqual([
      { name: '出口', count: 1 },
      { name: '重点税源', count: 1 },
    ])
    const { items } = await tags.tagged(stand.supervisor(elsewhere), '出口', { offset: 0, limit: 20 })
    await tags.take(supervisor, '出口', items[0]!.id)
    expect((await tags.tagged(stand.admin, '出口', { offset: 0, limit: 20 })).total).toBe(2)
  })

  it('are gone with the last who had them', async () => {
    const { items } = await tags.tagged(stand.admin, '重点税源', { offset: 0, limit: 20 })
    expect(items).toMatchObject([{ taxpayerNumber: '**', officeName: `税务局 ${here}` }])
    await tags.take(stand.supervisor(here), '重点税源', items[0]!.id)
    expect((await tags.list(stand.admin)).map(({ name }) => name)).not.toContain('重点税源')
  })
})
