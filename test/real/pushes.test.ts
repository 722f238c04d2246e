// 精准推送 over the whole way: from the office to every device of those it is for, and back again.
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { everybody, type PushAudience } from '@zhengna/contract/domain/push-audience.ts'
import type { PushContent } from '@zhengna/contract/domain/push-record.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import type { NoticeId, PushId } from '@zhengna/contract/ids.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { valueOf } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let desk: TestHost
let laptop: TestHost
let other: TestHost

beforeAll(async () => {
  server = await startTestServer()
  desk = await openTestHost('taxpayer', server.url)
  laptop = await openTestHost('taxpayer', server.url)
  other = await openTestHost('taxpayer', server.url)
  for (const host of [desk, laptop]) await host.signIn('nsr001')
  await other.signIn('nsr002')
  // Nobody is before these windows.
  for (const host of [desk, laptop]) await host.ask('desktop.watch', { isWatched: false })
})
afterAll(async () => {
  for (const host of [desk, laptop, other]) await host.remove()
  await server.remove()
})

const asAdmin = async () => (await signIn(server.url, 'admin001')).accessToken
async function send(title: string, audience: Partial<PushAudience> = {}, change: Partial<PushContent> = {}): Promise<PushId> {
  const token = await asAdmin()
  const params = { pushId: uuidv7() as PushId }
  const content = { kind: 'todo', title, text: '**正文**', link: null, ...change, audience: { ...everybody, ...audience } } as const
  const { push } = valueOf(await callRoute(server.url, routes.savePush, { token, params, body: { content, lock: 0 } }))
  valueOf(await callRoute(server.url, routes.sendPush, { token, params, body: { lock: push.lock, at: null } }))
  return params.pushId
}
const withdraw = async (pushId: PushId) =>
  valueOf(await callRoute(server.url, routes.withdrawPush, { token: await asAdmin(), params: { pushId }, body: { reason: '写错了' } }))
const told = (host: TestHost, title: string) =>
  host.heard('notices.changed', ({ notices }) => notices.some((notice) => notice.title === title))
const takenBack = (host: TestHost, title: string) =>
  host.heard('notices.changed', ({ notices }) => notices.some((notice) => notice.title === title && notice.withdrawnAt !== null))
const idOf = async (host: TestHost, title: string): Promise<NoticeId> =>
  (await host.ask('notices.open', {})).pages.todo.notices.find((notice) => notice.title === title)!.id
const unread = async (host: TestHost): Promise<number> => (await host.ask('notices.open', {})).unread.todo

it('reaches every device of those it is for at once, with its counts, and nobody else', async () => {
  await send('给批发和零售业', { industries: ['批发和零售业'] }, { link: { to: 'place', place: 'appointment-form' } })
  for (const host of [desk, laptop]) {
    const { notices, unread: counts, arrived } = await told(host, '给批发和零售业')
    expect(notices).toMatchObject([{ kind: 'todo', subject: 'pushed', link: { label: '去预约', place: 'appointment-form' } }])
    expect([counts.todo, arrived.length]).toEqual([1, 1])
  }
  await send('给自然人', { tags: ['个税汇算'] })
  await told(other, '给自然人')
  expect((await other.ask('notices.open', {})).pages.todo.notices.map(({ title }) => title)).toEqual(['给自然人'])
  expect(await unread(desk)).toBe(1)
})

it('calls who is not before the window, who pressing the note is led to it, and is quiet once it was read elsewhere', async () => {
  const note = await desk.heard('desktop.note', () => true)
  expect(note).toEqual({ matter: 'notices', title: '您有一条待办提醒', text: '给批发和零售业' })
  await desk.ask('desktop.press', { matter: 'notices' })
  const id = await idOf(desk, '给批发和零售业')
  expect(await desk.heard('desktop.pressed', () => true)).toEqual({ matter: 'notices', id })
  await laptop.heard('desktop.note', () => true)
  await desk.ask('notices.read', { noticeId: id })
  expect(await laptop.heard('desktop.settled', () => true)).toEqual({ matter: 'notices' })
})

it('is counted for its office: how many have it, how many opened it', async () => {
  const { items } = valueOf(await callRoute(server.url, routes.listPushes, { token: await asAdmin() }))
  expect(items.map(({ title, addressed, told, read }) => [title, addressed, told, read])).toEqual([
    ['给自然人', 1, 1, 0],
    ['给批发和零售业', 1, 1, 1],
  ])
})

it('withdrawn it is gone from every device, read or unread, and counts nowhere', async () => {
  const pushId = await send('日期写错了')
  for (const host of [desk, laptop, other]) await told(host, '日期写错了')
  await desk.ask('notices.read', { noticeId: await idOf(desk, '日期写错了') })
  await withdraw(pushId)
  for (const host of [desk, laptop, other]) {
    const { notices, arrived } = await takenBack(host, '日期写错了')
    expect(notices).toMatchObject([{ text: '', link: null }])
    expect(arrived).toEqual([])
  }
  expect([await unread(desk), await unread(laptop), await unread(other)]).toEqual([0, 0, 1])
  // Searching finds nothing of what it said.
  expect((await desk.ask('notices.search', { text: '正文' })).items.map(({ title }) => title)).toEqual(['给批发和零售业'])
})

it('withdrawn while a device was off, it is gone there with the next welcome, though it was read', async () => {
  const pushId = await send('离线时撤回')
  for (const host of [desk, laptop]) await told(host, '离线时撤回')
  await laptop.ask('notices.read', { noticeId: await idOf(laptop, '离线时撤回') })
  await desk.heard('notices.changed', ({ notices }) => notices.some(({ title, readAt }) => title === '离线时撤回' && readAt !== null))
  await laptop.close()
  await withdraw(pushId)
  await takenBack(desk, '离线时撤回')
  await laptop.reopen()
  await takenBack(laptop, '离线时撤回')
  expect(await unread(laptop)).toBe(0)
})

it('is called for no more once an administrator sets the interval to 0', async () => {
  await desk.reopen()
  await desk.ask('desktop.watch', { isWatched: false })
  await send('提醒间隔')
  await desk.heard('desktop.note', ({ text }) => text === '提醒间隔')
  const params = { name: 'notices.reminder-minutes' }
  valueOf(await callRoute(server.url, routes.changeSetting, { token: await asAdmin(), params, body: { value: 0 } }))
  expect(await desk.heard('desktop.settled', () => true)).toEqual({ matter: 'notices' })
})
