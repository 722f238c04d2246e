// 防骚扰 in a real journal on a real store.
import { defaultHarassmentRules, type HarassmentRule } from '@zhengna/contract/domain/harassment.ts'
import type { StreamEvent } from '@zhengna/contract/domain/message.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wordContent } from '../../../../test/support/guard.ts'
import { draftOf, openJournalStand, type JournalStand, type StandOptions } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { createWordsDesk } from '../guard/words.service.ts'
import type { GuardParts } from '../guard/guard-parts.ts'
import { createInterceptions, type Interceptions } from './interceptions.service.ts'
import { createPolicyDesk } from './policy.service.ts'
import { createHarassmentTrials } from './trial.service.ts'

let stand: JournalStand & { folder: string }
let taxpayer: Caller
let interceptions: Interceptions
const supervisor = (): Caller => ({ ...taxpayer, personId: 'bz001' as never, role: 'supervisor' })

async function open(options: StandOptions = {}): Promise<void> {
  stand = await openJournalStand({ rules: defaultHarassmentRules, ...options })
  const parts = { ...stand, holder: stand.guard, knowledge: { snapshot: () => ({ articles: [] }) } } as unknown as GuardParts
  await createWordsDesk(parts).add({ personId: 'admin001' as never }, wordContent('坏蛋', { category: 'abuse', direction: 'both' }), true)
  taxpayer = await stand.taxpayer()
  const hooks = { leaveQueue: stand.queue.leaveWithin, ended: stand.appointments.conversationEnded }
  interceptions = createInterceptions({ ...stand, hooks, rules: defaultHarassmentRules })
}
beforeEach(() => open())
afterEach(() => stand.close())

const say = (text: string, change: object = {}) => stand.journal.submit(draftOf(taxpayer, text, change))
const curse = async (): Promise<void> => {
  await say('你是坏蛋')
  await say('你这个坏蛋')
}
const list = async () => (await interceptions.list(supervisor(), undefined, 1, 50)).items
const actions = async () => (await list()).map(({ action }) => action)
async function events(id: ConversationId): Promise<StreamEvent[]> {
  return (await stand.stored(id)).flatMap(({ body }) => {
    const parsed = JSON.parse(body) as { kind: string; event: StreamEvent }
    return parsed.kind === 'event' ? parsed.event : []
  })
}
const conversationOf = async (): Promise<ConversationId> =>
  (
    await stand.database.reader
      .selectFrom('conversations')
      .select('id')
      .where('taxpayer_id', '=', taxpayer.personId)
      .orderBy('ordinal', 'desc')
      .executeTakeFirstOrThrow()
  ).id

describe('a person who curses at somebody', () => {
  it('is warned, and the warning says so in the talk', async () => {
    await curse()
    expect(await list()).toMatchObject([{ condition: 'abuse', action: 'warn', until: null, state: 'over', taxpayerId: taxpayer.personId }])
    const [told] = (await events(await conversationOf())).filter(({ type }) => type === 'intercepted')
    expect(told).toMatchObject({
      type: 'intercepted',
      condition: 'abuse',
      action: 'warn',
      number: expect.stringMatching(/^LJ\d{12}$/) as string,
    })
    expect((await say('您好')).ok).toBe(true)
  })

  it('goes from step to step: 暂缓发送, 禁言, 结束会话, 暂停咨询', async () => {
    await curse()
    await curse()
    expect(await say('您好')).toMatchObject({ ok: false, code: 'HARASSMENT_COOLING', detail: { seconds: 60 } })
    stand.clock.advance(63_000)
    await curse()
    expect(await say('您好')).toMatchObject({ ok: false, code: 'HARASSMENT_MUTED' })
    stand.clock.advance(603_000)
    const talk = await conversationOf()
    await curse()
    expect(await stand.conversation(talk)).toMatchObject({ stage: 'ended', endedBy: 'system' })
    await curse()
    expect(await say('您好')).toMatchObject({ ok: false, code: 'HARASSMENT_BLOCKED' })
    expect((await actions()).toReversed()).toEqual(['warn', 'cool-down', 'mute', 'end', 'block'])
  })

  it('may write again at the very millisecond the time is over', async () => {
    await curse()
    await curse()
    const until = (await list())[0]!.until!
    stand.clock.advance(until - stand.clock.now() - 1_000)
    const early = draftOf(taxpayer, '早了一点')
    expect((await stand.journal.submit(early)).ok).toBe(false)
    stand.clock.advance(1_000)
    expect((await stand.journal.submit(early)).ok).toBe(true)
  })

  it('what was written after what waits does not overtake it when the time is over, and does not wait for ever', async () => {
    await curse()
    await curse()
    const first = draftOf(taxpayer, '先写的')
    expect((await stand.journal.submit(first)).ok).toBe(false)
    stand.clock.advance(60_000)
    const second = draftOf(taxpayer, '后写的')
    expect(await stand.journal.submit(second)).toMatchObject({ code: 'HARASSMENT_COOLING', detail: { seconds: 1 } })
    expect((await stand.journal.submit(first)).ok).toBe(true)
    expect((await stand.journal.submit(second)).ok).toBe(true)
    await curse()
    await say('写了又删掉')
    stand.clock.advance(600_000 + 3_000)
    expect((await say('别的事')).ok).toBe(true)
  })

  it('what is refused meanwhile counts for nothing, and stores nothing', async () => {
    await curse()
    await curse()
    const id = await conversationOf()
    const before = (await stand.stored(id)).length
    for (let turn = 0; turn < 20; turn += 1) await say('你是坏蛋')
    expect((await stand.stored(id)).length).toBe(before)
    expect(await list()).toHaveLength(2)
  })

  it('is restrained on every line, and others are not', async () => {
    await curse()
    await curse()
    const elsewhere = await Promise.all([say('手机上写的'), say('电脑上写的')])
    expect(elsewhere.map(({ ok }) => ok)).toEqual([false, false])
    const other = await stand.taxpayer()
    expect((await stand.journal.submit(draftOf(other, '您好'))).ok).toBe(true)
  })

  it('a message sent again under its id counts once', async () => {
    const draft = draftOf(taxpayer, '你是坏蛋')
    for (let turn = 0; turn < 5; turn += 1) await stand.journal.submit(draft)
    expect(await list()).toEqual([])
  })
})

it('the messages of one batch see those before them', async () => {
  await Promise.all(['你是坏蛋', '你这个坏蛋', '你这坏蛋', '坏蛋你'].map((text) => say(text)))
  expect((await actions()).toReversed()).toEqual(['warn', 'cool-down'])
})

it('a flood of 500 over several lines is stopped, and gets no second account of the same messages', async () => {
  const stored = await Promise.all(Array.from({ length: 500 }, (_, index) => say(`${index} 号消息内容各不相同 ${index * 7}`)))
  expect(stored.filter(({ ok }) => ok)).toHaveLength(400)
  expect((await actions()).toReversed()).toEqual(['warn', 'cool-down'])
})

it('what was judged is remembered over a restart', async () => {
  await say('你是坏蛋')
  const { folder } = stand
  await stand.journal.drained()
  await stand.database.close()
  const before = taxpayer
  stand = await openJournalStand({ folder, rules: defaultHarassmentRules })
  taxpayer = before
  await stand.guard.refresh()
  await say('你这个坏蛋')
  expect(await stand.database.reader.selectFrom('interceptions').select('condition').execute()).toEqual([{ condition: 'abuse' }])
})

describe('the supervisor', () => {
  it('lifts one with a reason: they may write at once, and it counts no more', async () => {
    await curse()
    await curse()
    const [cooling, warned] = await list()
    const lifted = await interceptions.lift(supervisor(), cooling!.id, ' 已电话沟通 ')
    expect(lifted).toMatchObject({ state: 'lifted', steps: [{ kind: 'lifted', reason: '已电话沟通' }] })
    expect((await events(await conversationOf())).at(-1)).toEqual({ type: 'interception-changed', number: cooling!.number, until: null })
    expect((await say('谢谢')).ok).toBe(true)
    await interceptions.lift(supervisor(), warned!.id, '误判')
    await curse()
    expect((await list())[0]?.action).toBe('warn')
    await expect(interceptions.lift(supervisor(), cooling!.id, '再解除')).rejects.toMatchObject({
      failure: { code: 'INTERCEPTION_STATE_WRONG' },
    })
  })

  it('extends one that lasts, also after its end; a warning not', async () => {
    await curse()
    await curse()
    const [cooling, warned] = await list()
    const longer = await interceptions.extend(supervisor(), cooling!.id, '仍在辱骂', 10)
    expect(longer.until).toBe(cooling!.until! + 600_000)
    stand.clock.advance(700_000)
    expect((await say('您好')).ok).toBe(true)
    await interceptions.extend(supervisor(), cooling!.id, '又来了', 5)
    expect(await say('您好')).toMatchObject({ code: 'HARASSMENT_COOLING' })
    await expect(interceptions.extend(supervisor(), warned!.id, '不行', 5)).rejects.toMatchObject({
      failure: { code: 'INTERCEPTION_STATE_WRONG' },
    })
  })

  it('of another office sees none of it', async () => {
    await curse()
    const [warned] = await list()
    const stranger = { ...supervisor(), officeId: await stand.office() }
    expect((await interceptions.list(stranger, undefined, 1, 50)).total).toBe(0)
    await expect(interceptions.get(stranger, warned!.id)).rejects.toMatchObject({ failure: { code: 'INTERCEPTION_NOT_FOUND' } })
    await expect(interceptions.lift(stranger, warned!.id, '越权')).rejects.toMatchObject({ failure: { code: 'INTERCEPTION_NOT_FOUND' } })
  })

  it('finds them by state, with what was written', async () => {
    await curse()
    await curse()
    const of = async (state: 'active' | 'over' | 'lifted') =>
      (await interceptions.list(supervisor(), state, 1, 50)).items.map(({ action }) => action)
    expect([await of('active'), await of('over'), await of('lifted')]).toEqual([['cool-down'], ['warn'], []])
    const [cooling] = await list()
    expect((await interceptions.get(supervisor(), cooling!.id)).messages.map(({ text }) => text)).toEqual(['你是坏蛋', '你这个坏蛋'])
  })
})

describe('the rules', () => {
  const admin = { personId: 'admin001' as never }
  const desk = () => createPolicyDesk(stand)
  const off = (rules: readonly HarassmentRule[]) => rules.map((rule) => ({ ...rule, isEnabled: false }))

  it('are in force as soon as they are saved, with who changed what', async () => {
    await curse()
    const before = await desk().get()
    expect(before).toMatchObject({ revision: 0, history: [] })
    const saved = await desk().save(admin, off(before.rules).slice(1), 0)
    expect(saved.revision).toBe(1)
    expect(saved.history[0]?.changes).toContainEqual(expect.stringContaining('删除：再次违反'))
    expect(saved.history[0]?.changes).toContainEqual(expect.stringMatching(/^修改：辱骂.*启用 → 辱骂.*停用$/))
    await curse()
    expect(await list()).toHaveLength(1)
  })

  it('saved by two at once: the later one is told', async () => {
    const { rules } = await desk().get()
    await desk().save(admin, rules, 0)
    await expect(desk().save(admin, rules, 0)).rejects.toMatchObject({ failure: { code: 'HARASSMENT_RULES_CHANGED' } })
  })

  it('wrong ones are refused with their place', async () => {
    const { rules } = await desk().get()
    const wrong = rules.map((rule, index) => (index === 2 ? { ...rule, durationSeconds: 1 } : rule))
    await expect(desk().save(admin, wrong, 0)).rejects.toMatchObject({ failure: { code: 'HARASSMENT_RULES_INVALID', detail: { line: 3 } } })
  })
})

it('a trial tells what rules would have met yesterday, and changes nothing', async () => {
  await say('怎么还不给我退税')
  await say('怎么还不给我退税！')
  await say('怎么还不给我退税？')
  stand.clock.advance(24 * 3_600_000)
  const trials = createHarassmentTrials({ ...stand, guard: stand.guard.guard })
  const rules = defaultHarassmentRules.map((rule) => (rule.condition === 'repetition' ? { ...rule, count: 3 } : rule))
  const trial = await trials.run(rules)
  expect(trial).toMatchObject({ messages: 3, taxpayers: 1 })
  expect(trial.met.find(({ ruleId }) => ruleId === 'repetition')).toMatchObject({ count: 1, examples: [{ text: '怎么还不给我退税？' }] })
  expect((await trials.run(defaultHarassmentRules)).met.every(({ count }) => count === 0)).toBe(true)
  expect(await list()).toEqual([])
})
