// What an officer writes at a real host: kept over a restart and a lost line, let go with its files once the server has it.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { writtenKey } from '@zhengna/contract/host/desk.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import type { LeaveMessageId } from '@zhengna/contract/ids.ts'
import { attachmentFiles } from '../support/attachment-files.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { valueOf } from '../support/office.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let host: TestHost
let leaveMessageId: LeaveMessageId
let key: string
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.remove())
beforeEach(async () => {
  host = await openTestHost('console', server.url)
  await host.signIn('zx001')
  const { accessToken: token } = await signIn(server.url, 'nsr001')
  const { ownOfficeId: officeId } = valueOf(await callRoute(server.url, routes.leaveMessageForm, { token }))
  const id = uuidv7() as LeaveMessageId
  const asked = { id, officeId, type: 'consultation', content: '数电票红冲后还能重新开吗', resultWay: null, phone: null, attachmentIds: [] }
  valueOf(await callRoute(server.url, routes.submitLeaveMessage, { token, body: asked }))
  leaveMessageId = id
  key = writtenKey('leave-message', id, 'reply')
})
afterEach(() => host.remove())

const draft = async (): Promise<string> => (await host.ask('desk.draft', { key })).text

it('a 留言 that is submitted is heard of at the console', async () => {
  expect(await host.heard('desk.recordChanged', ({ id }) => id === leaveMessageId)).toEqual({
    page: 'leave-message',
    id: leaveMessageId,
    news: null,
  })
})

it('a reply begun is there after a restart, and gone with its files once it was sent', async () => {
  await host.ask('desk.saveDraft', { key, text: '可以重新开具，' })
  await host.reopen()
  await host.online()
  expect(await draft()).toBe('可以重新开具，')
  const bytes = attachmentFiles.png
  await host.ask('attachments.add', {
    formKey: key,
    attachmentId: null,
    name: '操作步骤.png',
    sizeBytes: bytes.length,
    offset: 0,
    bytes: Buffer.from(bytes).toString('base64'),
  })
  await host.ask('attachments.upload', { formKey: key })
  const { files } = await host.heard('attachments.changed', (form) => form.files.some(({ state }) => state === 'uploaded'))
  const body = { text: '可以重新开具，步骤见附件。', attachmentIds: files.map(({ id }) => id) }
  const { leaveMessage } = await host.ask('inbox.reply', { params: { leaveMessageId }, body })
  expect(leaveMessage.steps.at(-1)?.attachments.map(({ name }) => name)).toEqual(['操作步骤.png'])
  expect(await draft()).toBe('')
  expect((await host.ask('attachments.list', { formKey: key })).files).toEqual([])
})

it('what was not taken is kept', async () => {
  await host.ask('desk.saveDraft', { key, text: '可以' })
  await server.stop()
  const sent = await host.tryAsk('inbox.reply', { params: { leaveMessageId }, body: { text: '可以', attachmentIds: [] } })
  expect(sent).toMatchObject({ ok: false, error: { code: 'HOST_OFFLINE' } })
  expect(await draft()).toBe('可以')
  await server.restart()
})
