// A sheet from the agent who sends it to 办理确认, as both sides see it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConfirmationSheetId, ConversationId } from '@zhengna/contract/ids.ts'
import { openSheetStand, statesOf, type SheetStand } from '../../../../test/support/confirmation-sheets.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { hitsIn, insertWord } from '../../../../test/support/guard.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: SheetStand
let taxpayer: Caller
let agent: Caller
let colleague: Caller
let talk: ConversationId

beforeEach(async () => {
  stand = await openSheetStand()
  const office = await stand.office()
  taxpayer = await stand.taxpayer(office)
  agent = await stand.agent(office)
  colleague = await stand.agent(office)
  talk = await stand.talk(taxpayer, agent)
})
afterEach(() => stand.close())

const sent = async (): Promise<ConfirmationSheetId> => (await stand.sheets.send(agent, stand.draft(talk))).id
const submitted = async (): Promise<ConfirmationSheetId> => {
  const id = await sent()
  await stand.submit(taxpayer, id, [1, 2])
  return id
}
const detailOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (error as { failure: { detail: unknown } }).failure.detail,
  )

describe('sending', () => {
  it('gives a number of the day, stands in the talk, and is a to-do of the taxpayer', async () => {
    const sheet = await stand.sheets.send(agent, stand.draft(talk))
    expect(sheet.number).toMatch(/^QR\d{8}0001$/)
    expect(sheet).toMatchObject({ state: 'collecting', total: 3, given: 0, accepted: 0, origin: { kind: 'conversation', id: talk } })
    expect(statesOf(sheet)).toEqual(['missing', 'missing', 'missing'])
    const body = JSON.parse((await stand.stored(talk)).at(-1)!.body) as unknown
    expect(body).toEqual({ kind: 'event', event: { type: 'sheet-sent', sheetId: sheet.id, matter: '变更法定代表人' } })
    expect((await stand.noticesOf(taxpayer))[0]).toMatchObject({ kind: 'todo', subject: 'sheet-sent' })
    expect(stand.told).toMatchObject([{ sheetId: sheet.id, kind: 'send', state: 'collecting', agentId: agent.personId }])
  })

  it('the same id twice, even at once, is one sheet, one line of the talk and one notice', async () => {
    const draft = stand.draft(talk)
    const [first, again] = await Promise.all([
      stand.sheets.send(agent, draft),
      stand.sheets.send(agent, { ...draft, matter: '第二次的另一个事项' }),
    ])
    expect(again).toEqual(first)
    expect((await stand.stored(talk)).filter(({ body }) => body.includes('sheet-sent'))).toHaveLength(1)
    expect(await stand.noticesOf(taxpayer)).toHaveLength(1)
    expect(await codeOf(stand.sheets.send(colleague, draft))).toBe('SHEET_NOT_FOUND')
  })

  it('happens in a live conversation of the agent’s alone', async () => {
    expect(await codeOf(stand.sheets.send(colleague, stand.draft(talk)))).toBe('CONVERSATION_STAGE_WRONG')
    expect(await codeOf(stand.sheets.send(await stand.agent(await stand.office()), stand.draft(talk)))).toBe('CONVERSATION_NOT_FOUND')
    await stand.conversations.end(agent, talk)
    expect(await codeOf(stand.sheets.send(agent, stand.draft(talk)))).toBe('CONVERSATION_STAGE_WRONG')
  })

  it('a fault is told at its field, and nothing is stored', async () => {
    expect(await detailOf(stand.sheets.send(agent, stand.draft(talk, { materials: [] })))).toMatchObject({ field: 'materials' })
    const long = [{ name: '名'.repeat(61), note: '', isRequired: true }]
    expect(await detailOf(stand.sheets.send(agent, stand.draft(talk, { materials: long })))).toMatchObject({ field: 'materials.0.name' })
    expect((await stand.sheets.own.list(taxpayer, {})).total).toBe(0)
    expect(await stand.noticesOf(taxpayer)).toEqual([])
    expect((await sent()).length).toBeGreaterThan(0)
  })

  it('what it says passes the sensitive words, each at its field', async () => {
    await insertWord(stand, '弄死你', { category: 'threat' })
    const draft = stand.draft(talk)
    const [first, ...rest] = draft.materials
    const note = { ...draft, materials: [{ ...first!, note: '不交就弄死你' }, ...rest] }
    expect(await detailOf(stand.sheets.send(agent, note))).toMatchObject({ field: 'materials.0.note' })
    expect((await hitsIn(stand.database)).map(({ action }) => action)).toEqual(['block'])
  })
})

describe('handing in', () => {
  it('what is required needs a file; what is optional may be done without', async () => {
    const id = await sent()
    expect(await detailOf(stand.submit(taxpayer, id, [1]))).toEqual({ field: 'material.2', reason: '请上传“股东会决议”。' })
    expect(statesOf(await stand.sheets.own.get(taxpayer, id))).toEqual(['missing', 'missing', 'missing'])
    const sheet = await stand.submit(taxpayer, id, [1, 2])
    expect([sheet.state, ...statesOf(sheet)]).toEqual(['submitted', 'submitted', 'submitted', 'omitted'])
    expect(sheet.items.map(({ files }) => files.map(({ name }) => name))).toEqual([['材料1.png'], ['材料2.png'], []])
  })

  it('several files of one material come in their order', async () => {
    const id = await sent()
    const [front, back, other] = await Promise.all(['正面.png', '反面.png', '决议.png'].map((name) => stand.upload(taxpayer, name)))
    const sheet = await stand.sheets.own.submit(taxpayer, id, [
      { place: 1, attachmentIds: [front!, back!] },
      { place: 2, attachmentIds: [other!] },
    ])
    expect(sheet.items[0]!.files.map(({ name }) => name)).toEqual(['正面.png', '反面.png'])
  })

  it('twice with the same files, even at once, is once', async () => {
    const id = await sent()
    const given = [
      { place: 1, attachmentIds: [await stand.upload(taxpayer)] },
      { place: 2, attachmentIds: [await stand.upload(taxpayer)] },
    ]
    const [first, again] = await Promise.all([stand.sheets.own.submit(taxpayer, id, given), stand.sheets.own.submit(taxpayer, id, given)])
    expect(again).toEqual(first)
    expect(first.steps.map(({ kind }) => kind)).toEqual(['send', 'submit'])
    expect(first.items.map(({ round }) => round)).toEqual([1, 1, 0])
    // Its answer may come late: what was judged meanwhile stays so.
    await stand.judge(agent, id, { 1: '看不清', 2: null })
    expect(statesOf(await stand.sheets.own.submit(taxpayer, id, given))).toEqual(['returned', 'accepted', 'omitted'])
  })

  it('other files for what was handed in already hear how it stands', async () => {
    const id = await submitted()
    expect(await detailOf(stand.submit(taxpayer, id, [1, 2]))).toEqual({ state: '待审核' })
  })

  it('what was not uploaded, and what is somebody else’s, is refused and changes nothing', async () => {
    const id = await sent()
    const [own, strange] = [await stand.upload(taxpayer), await stand.upload(await stand.taxpayer())]
    const given = [
      { place: 1, attachmentIds: [own] },
      { place: 2, attachmentIds: [strange] },
    ]
    expect(await codeOf(stand.sheets.own.submit(taxpayer, id, given))).toBe('ATTACHMENT_NOT_FOUND')
    const sheet = await stand.sheets.own.get(taxpayer, id)
    expect([sheet.state, ...statesOf(sheet)]).toEqual(['collecting', 'missing', 'missing', 'missing'])
    expect(sheet.items.flatMap(({ files }) => files)).toEqual([])
  })

  it('goes on after the conversation has ended', async () => {
    const id = await sent()
    await stand.conversations.end(taxpayer, talk)
    await stand.submit(taxpayer, id, [1, 2])
    expect((await stand.judge(agent, id, { 1: null, 2: null })).state).toBe('confirmed')
  })
})

describe('judging', () => {
  it('only what was returned is asked for again, and told once when all is judged', async () => {
    const id = await submitted()
    await stand.judge(agent, id, { 2: '公章看不清' })
    expect((await stand.noticesOf(taxpayer)).map(({ subject }) => subject)).toEqual(['sheet-sent'])
    const returned = await stand.judge(agent, id, { 1: null })
    expect([returned.state, ...statesOf(returned)]).toEqual(['returned', 'accepted', 'returned', 'omitted'])
    expect(returned.items[1]!.reason).toBe('公章看不清')
    expect((await stand.noticesOf(taxpayer))[0]).toMatchObject({ kind: 'todo', subject: 'sheet-returned' })
    expect(await detailOf(stand.submit(taxpayer, id, [1, 2]))).toMatchObject({ field: 'material.1' })
    const again = await stand.submit(taxpayer, id, [2])
    expect(statesOf(again)).toEqual(['accepted', 'submitted', 'omitted'])
    expect(again.items[1]).toMatchObject({ round: 2, files: [{ name: '材料2.png' }] })
  })

  it('the last acceptance confirms the sheet, and the taxpayer is told', async () => {
    const id = await submitted()
    const sheet = await stand.judge(agent, id, { 1: null, 2: null })
    expect(sheet).toMatchObject({ state: 'confirmed', accepted: 2, total: 3 })
    expect(sheet.steps.map(({ kind, material }) => [kind, material])).toEqual([
      ['send', null],
      ['submit', null],
      ['accept', '营业执照'],
      ['accept', '股东会决议'],
      ['confirm', null],
    ])
    expect((await stand.noticesOf(taxpayer))[0]).toMatchObject({ kind: 'info', subject: 'sheet-confirmed' })
    expect(stand.told.at(-1)).toMatchObject({ kind: 'confirm', state: 'confirmed' })
  })

  it('an optional material that was returned may be done without: the sheet is confirmed then', async () => {
    const id = await sent()
    await stand.submit(taxpayer, id, [1, 2, 3])
    expect((await stand.judge(agent, id, { 1: null, 2: null, 3: '缺签名' })).state).toBe('returned')
    const sheet = await stand.sheets.own.submit(taxpayer, id, [])
    expect([sheet.state, ...statesOf(sheet)]).toEqual(['confirmed', 'accepted', 'accepted', 'omitted'])
  })

  it('until all is judged its taxpayer sees nothing of it', async () => {
    const id = await submitted()
    await stand.judge(agent, id, { 1: null, 2: '公章看不清' })
    await stand.submit(taxpayer, id, [2])
    const again = await stand.sheets.own.get(taxpayer, id)
    expect(statesOf(again)).toEqual(['accepted', 'submitted', 'omitted'])
    await stand.judge(agent, id, { 1: '过期' })
    const seen = await stand.sheets.own.get(taxpayer, id)
    expect([statesOf(seen), seen.items[0]!.reason, seen.steps]).toEqual([['submitted', 'submitted', 'omitted'], '', again.steps])
    await stand.judge(agent, id, { 2: null })
    expect(statesOf(await stand.sheets.own.get(taxpayer, id))).toEqual(['returned', 'accepted', 'omitted'])
  })

  it('until all is judged the agent may think again', async () => {
    const id = await submitted()
    const sheet = await stand.judge(agent, id, { 1: '不清楚' })
    expect(statesOf(sheet)[0]).toBe('returned')
    expect(statesOf(await stand.judge(agent, id, { 1: null }))[0]).toBe('accepted')
  })

  it('clicked twice is once', async () => {
    const id = await submitted()
    const seen = { place: 1, state: 'submitted', round: 1 } as const
    await Promise.all([stand.sheets.desk.accept(agent, id, seen), stand.sheets.desk.accept(agent, id, seen)])
    const last = { ...seen, place: 2 }
    const why = { reason: '看不清' }
    const [first, again] = await Promise.all([
      stand.sheets.desk.return(agent, id, last, why),
      stand.sheets.desk.return(agent, id, last, why),
    ])
    expect(again).toEqual(first)
    expect(first.steps.map(({ kind }) => kind)).toEqual(['send', 'submit', 'accept', 'return'])
  })

  it('of two windows the second hears how the material stands, also where it was handed in anew', async () => {
    const id = await submitted()
    const seen = { place: 1, state: 'submitted', round: 1 } as const
    await stand.sheets.desk.accept(agent, id, seen)
    expect(await detailOf(stand.sheets.desk.return(colleague, id, seen, { reason: '不对' }))).toEqual({ name: '营业执照', state: '已通过' })
    await stand.judge(colleague, id, { 2: '不对' })
    await stand.submit(taxpayer, id, [2])
    // What was looked at are the files of the first round.
    expect(await codeOf(stand.sheets.desk.accept(agent, id, { ...seen, place: 2 }))).toBe('SHEET_MATERIAL_CHANGED')
  })

  it('a return says why, in words that pass', async () => {
    await insertWord(stand, '弄死你', { category: 'threat' })
    const id = await submitted()
    const seen = { place: 1, state: 'submitted', round: 1 } as const
    expect(await detailOf(stand.sheets.desk.return(agent, id, seen, { reason: '  ' }))).toMatchObject({ field: 'reason' })
    expect(await detailOf(stand.sheets.desk.return(agent, id, seen, { reason: '长'.repeat(201) }))).toMatchObject({ field: 'reason' })
    expect(await codeOf(stand.sheets.desk.return(agent, id, seen, { reason: '弄死你' }))).toBe('MESSAGE_BLOCKED')
    expect(statesOf(await stand.sheets.desk.get(agent, id))[0]).toBe('submitted')
  })

  it('before it was handed in, and after it is over, there is nothing to judge', async () => {
    const id = await sent()
    const seen = { place: 1, state: 'missing', round: 1 } as const
    expect(await detailOf(stand.sheets.desk.accept(agent, id, seen))).toEqual({ state: '待上传材料' })
    await stand.sheets.desk.withdraw(agent, id, { reason: '' })
    expect(await detailOf(stand.sheets.desk.accept(agent, id, seen))).toEqual({ state: '已撤回' })
    expect(await codeOf(stand.sheets.desk.accept(agent, id, { ...seen, place: 9 }))).toBe('SHEET_NOT_FOUND')
  })
})

describe('withdrawing', () => {
  it('says so to the taxpayer, once, and nothing is handed in any more', async () => {
    const id = await sent()
    await stand.sheets.desk.withdraw(agent, id, { reason: '材料清单有误' })
    const sheet = await stand.sheets.desk.withdraw(colleague, id, { reason: '再点一次' })
    expect(sheet.steps.map(({ kind, text }) => [kind, text])).toEqual([
      ['send', ''],
      ['withdraw', '材料清单有误'],
    ])
    expect((await stand.noticesOf(taxpayer)).map(({ subject }) => subject)).toEqual(['sheet-withdrawn', 'sheet-sent'])
    expect(await detailOf(stand.submit(taxpayer, id, [1, 2]))).toEqual({ state: '已撤回' })
  })
  it('is too late once it is confirmed', async () => {
    const id = await submitted()
    await stand.judge(agent, id, { 1: null, 2: null })
    expect(await detailOf(stand.sheets.desk.withdraw(agent, id, { reason: '' }))).toEqual({ state: '已确认' })
  })
})

describe('whose it is', () => {
  it('another taxpayer’s and another office’s sheet does not exist', async () => {
    const id = await submitted()
    const stranger = await stand.taxpayer()
    const elsewhere = await stand.agent(await stand.office())
    const seen = { place: 1, state: 'submitted', round: 1 } as const
    for (const work of [
      stand.sheets.own.get(stranger, id),
      stand.sheets.own.submit(stranger, id, []),
      stand.sheets.desk.get(elsewhere, id),
      stand.sheets.desk.accept(elsewhere, id, seen),
      stand.sheets.desk.return(elsewhere, id, seen, { reason: '不对' }),
      stand.sheets.desk.withdraw(elsewhere, id, { reason: '' }),
    ])
      expect(await codeOf(work)).toBe('SHEET_NOT_FOUND')
    expect((await stand.sheets.own.list(stranger, {})).total).toBe(0)
    expect((await stand.sheets.desk.list(elsewhere, {})).total).toBe(0)
  })

  it('its files are read by its taxpayer and its office’s officers alone, also those of an earlier round', async () => {
    const id = await submitted()
    const file = (await stand.sheets.own.get(taxpayer, id)).items[0]!.files[0]!.id
    await stand.judge(agent, id, { 1: '看不清', 2: null })
    await stand.submit(taxpayer, id, [1])
    for (const reader of [taxpayer, agent, colleague]) expect((await stand.attachments.open(reader, file)).attachment.id).toBe(file)
    for (const stranger of [await stand.taxpayer(), await stand.agent(await stand.office())])
      expect(await codeOf(stand.attachments.open(stranger, file))).toBe('ATTACHMENT_NOT_FOUND')
  })
})

describe('the lists', () => {
  it('a colleague of the office finds it, and what is to be judged comes first', async () => {
    const waiting = await sent()
    const toJudge = await submitted()
    const over = await sent()
    await stand.sheets.desk.withdraw(agent, over, { reason: '' })
    const all = await stand.sheets.desk.list(colleague, {})
    expect(all.items.map(({ id }) => id)).toEqual([toJudge, waiting, over])
    expect([all.total, all.toJudge]).toEqual([3, 1])
    const open = await stand.sheets.desk.list(colleague, { isOpen: true, originId: talk, taxpayer: taxpayer.personId })
    expect(open.items.map(({ id }) => id)).toEqual([toJudge, waiting])
    expect(open.items[0]).toMatchObject({ given: 2, total: 3, taxpayerNumber: expect.stringContaining('*') as string })
  })

  it('one’s own come newest first, by number whole, by matter in part, by state', async () => {
    const first = await stand.sheets.send(agent, stand.draft(talk, { matter: '清税注销' }))
    stand.clock.advance(1000)
    const second = await stand.sheets.send(agent, stand.draft(talk))
    const found = async (filter: Parameters<typeof stand.sheets.own.list>[1]) =>
      (await stand.sheets.own.list(taxpayer, filter)).items.map(({ id }) => id)
    expect(await found({})).toEqual([second.id, first.id])
    expect(await found({ page: 2, pageSize: 1 })).toEqual([first.id])
    expect(await found({ number: first.number })).toEqual([first.id])
    expect(await found({ number: first.number.slice(0, -1) })).toEqual([])
    expect(await found({ matter: '注销', state: 'collecting' })).toEqual([first.id])
    expect(await found({ state: 'confirmed' })).toEqual([])
  })
})
