// Notes of the desktop, as the operating system shows them.
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everybody } from '@zhengna/contract/domain/push-audience.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import { startWindow, type RunningShell } from '../support/electron-double/shell.ts'
import { valueOf } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { DEMO_PASSWORD, startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let shell: RunningShell

beforeAll(async () => {
  server = await startTestServer()
  shell = await startWindow({ edition: 'taxpayer', env: { ZHENGNA_SERVER: server.url } })
  await shell.ask('request', 'session.signIn', { account: 'nsr001', password: DEMO_PASSWORD })
  await shell.ask('listen', 'desktop.pressed')
})
afterAll(async () => {
  await shell.dispose()
  await server.remove()
})

async function push(title: string): Promise<void> {
  const { accessToken: token } = await signIn(server.url, 'admin001')
  const params = { pushId: uuidv7() }
  const content = { kind: 'todo', title, text: '请确认', link: null, audience: everybody }
  const { push: draft } = valueOf(await callRoute(server.url, routes.savePush, { token, params, body: { content, lock: 0 } }))
  valueOf(await callRoute(server.url, routes.sendPush, { token, params, body: { lock: draft.lock, at: null } }))
}

test('a to-do calls whoever has the window in the tray; pressed, it brings the window forward and names what it is about', async () => {
  await shell.ask('closeWindow')
  await shell.ask('request', 'desktop.watch', { isWatched: false })
  await push('请确认申报信息')
  await shell.until(async () => (await shell.ask('notes')).length > 0)
  expect(await shell.ask('notes')).toEqual([{ title: '您有一条待办提醒', body: '请确认申报信息' }])
  await shell.ask('pressNote')
  expect(await shell.ask('window')).toMatchObject({ visible: true, focused: true })
  expect(await shell.ask('notes')).toEqual([])
  expect(await shell.ask('heard')).toMatchObject([
    { name: 'desktop.pressed', payload: { matter: 'notices', id: expect.any(String) as string } },
  ])
})

test('another takes the place of the one before, and none is left once the person turned notes off', async () => {
  await push('第二件')
  await shell.until(async () => (await shell.ask('notes')).some(({ body }) => body === '第二件'))
  await push('第三件')
  await shell.until(async () => (await shell.ask('notes')).some(({ body }) => body === '第三件'))
  expect(await shell.ask('notes')).toEqual([{ title: '您有 3 条待办提醒', body: '第三件' }])
  await shell.ask('request', 'settings.set', { desktopNotes: false })
  expect(await shell.ask('notes')).toEqual([])
})
