// The log: what is in it, how it is looked through, and that nobody changes it unseen.
import type { AuditKind } from '@zhengna/contract/domain/audit.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPushStand, type PushStand } from '../../../../test/support/pushes.ts'
import { createTaxpayerTags } from '../taxpayer-tags/index.ts'
import { openSettings } from '../settings/index.ts'
import { createAudit, recordAudit, type Audit } from './index.ts'

const DAY_MS = 86_400_000
const everything = { offset: 0, limit: 20 }
const admin = 'admin001' as PersonId
let stand: PushStand
let retentionDays: number
let audit: Audit

beforeEach(async () => {
  stand = await openPushStand()
  retentionDays = 183
  audit = createAudit({ ...stand, settings: () => ({ 'audit.retention-days': retentionDays }) })
})
afterEach(() => stand.close())

const write = (subject: string, over: { kind?: AuditKind; by?: PersonId | null; account?: string } = {}): Promise<void> =>
  stand.database.write((trx) => recordAudit(trx, { at: stand.clock.now(), kind: 'setting', by: admin, subject, ...over }))
const subjects = async (filter: Partial<Parameters<Audit['list']>[0]> = {}): Promise<string[]> =>
  (await audit.list({ ...everything, ...filter })).items.map(({ subject }) => subject)

describe('an entry', () => {
  it('names who did it as they are called, with account and office', async () => {
    await write('一')
    expect((await audit.list(everything)).items).toMatchObject([
      { seq: 1, name: '演示系统管理员', account: 'admin001', officeName: '国家税务总局演示市税务局', subject: '一' },
    ])
  })

  it('of an account that nobody has shows no more than its ends: it may be a password', async () => {
    await write('127.0.0.1', { kind: 'sign-in-failed', by: null, account: 'Zhengna@2026' })
    expect((await audit.list(everything)).items).toMatchObject([{ name: '', account: 'Zh********26' }])
  })

  it('is not written where what it tells of was not', async () => {
    const work = stand.database.write(async (trx) => {
      await recordAudit(trx, { at: 1, kind: 'setting', by: admin, subject: '没有发生' })
      throw new Error('undone')
    })
    await expect(work).rejects.toThrow('undone')
    expect(await subjects()).toEqual([])
  })

  it('is written by a change of a setting, with what it was and is, and not by one that changes nothing', async () => {
    const settings = await openSettings({ ...stand, onError: () => undefined })
    await settings.change(stand.admin, 'queue.offer-minutes', 9)
    await settings.change(stand.admin, 'queue.offer-minutes', 9)
    expect((await audit.list(everything)).items).toMatchObject([
      { kind: 'setting', subject: '排队超时', before: '5 分钟', after: '9 分钟' },
    ])
  })

  it('is written by a tag that is given and taken, and tells no whole 纳税人识别号', async () => {
    const tags = createTaxpayerTags(stand)
    const { personId, officeId } = await stand.known(await stand.office(), { taxpayerNumber: '91000000MA00000099' })
    await tags.give(stand.admin, '新办户', ['91000000MA00000099', '91000000MA00000077'])
    await tags.give(stand.admin, '新办户', ['91000000MA00000099'])
    await tags.take(stand.supervisor(officeId), '新办户', personId)
    await tags.take(stand.supervisor(officeId), '新办户', personId)
    const { items } = await audit.list(everything)
    expect(items.map(({ kind, account, subject }) => [kind, account, subject])).toEqual([
      ['taxpayer-tag', 'bz001', '新办户'],
      ['taxpayer-tag', 'admin001', '新办户'],
    ])
    expect(items[0]?.after).toMatch(/^从.+910\*+0099.+移除$/)
  })

  it('is written by a push that is sent', async () => {
    await stand.known(await stand.office(), {})
    await stand.sent(stand.admin, stand.content())
    expect((await audit.list({ ...everything, kind: 'push' })).items[0]).toMatchObject({
      name: '演示系统管理员',
      subject: '请确认申报信息',
    })
  })
})

describe('the list', () => {
  beforeEach(async () => {
    await write('甲', { kind: 'push' })
    stand.clock.advance(DAY_MS)
    await write('乙_', { by: 'bz001' as PersonId })
    stand.clock.advance(DAY_MS)
    await write('丙')
  })
  const day = (ago: number): string => new Date(stand.clock.now() + 8 * 3_600_000 - ago * DAY_MS).toISOString().slice(0, 10)

  it('has the newest first, in pages', async () => {
    expect(await subjects()).toEqual(['丙', '乙_', '甲'])
    expect(await audit.list({ offset: 1, limit: 1 })).toMatchObject({ total: 3, items: [{ subject: '乙_' }] })
  })

  it('is looked through by kind, person, text and days', async () => {
    expect(await subjects({ kind: 'push' })).toEqual(['甲'])
    expect(await subjects({ person: ' BZ0 ' })).toEqual(['乙_'])
    expect(await subjects({ person: '演示班长' })).toEqual(['乙_'])
    expect(await subjects({ text: '_' })).toEqual(['乙_'])
    expect(await subjects({ from: day(1), to: day(1) })).toEqual(['乙_'])
    expect(await subjects({ from: day(1) })).toEqual(['丙', '乙_'])
    expect(await subjects({ to: day(2) })).toEqual(['甲'])
  })
})

describe('verifying', () => {
  beforeEach(async () => {
    for (const subject of ['一', '二', '三', '四']) await write(subject)
  })
  it('finds a log whole that nobody touched', async () => {
    expect(await audit.verify()).toEqual({ checked: 4, lastSeq: 4, brokenAt: null })
  })
  it('finds the entry that was changed', async () => {
    await stand.database.write((trx) => trx.updateTable('audit_entries').set({ subject: '别的' }).where('seq', '=', 2).execute())
    expect(await audit.verify()).toMatchObject({ brokenAt: 2 })
  })
  it('finds where one was taken away, from the middle and from the beginning', async () => {
    await stand.database.write((trx) => trx.deleteFrom('audit_entries').where('seq', '=', 3).execute())
    expect(await audit.verify()).toMatchObject({ brokenAt: 4 })
    await stand.database.write((trx) => trx.deleteFrom('audit_entries').where('seq', '=', 1).execute())
    expect(await audit.verify()).toMatchObject({ brokenAt: 2 })
  })
})

describe('what is older than the setting says', () => {
  it('goes by whole days, and its going is an entry, so that the rest is whole', async () => {
    await write('旧')
    await write('也旧')
    stand.clock.advance(184 * DAY_MS)
    await write('新')
    await audit.cut()
    await audit.cut()
    expect(await subjects()).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d 之前的 2 条$/), '新'])
    expect(await audit.verify()).toEqual({ checked: 2, lastSeq: 4, brokenAt: null })
  })

  it('stays as long as the setting says', async () => {
    await write('旧')
    stand.clock.advance(184 * DAY_MS)
    retentionDays = 365
    await audit.cut()
    expect(await subjects()).toEqual(['旧'])
  })
})
