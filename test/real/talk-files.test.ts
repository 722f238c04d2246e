// Pictures and files of a talk, from one window to the other through both hosts and a real server.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { talkPictureExtensions } from '@zhengna/contract/domain/talk-file.ts'
import { messageFormKey, talkFormKey } from '@zhengna/contract/host/attachments.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { AttachmentId, ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { openBothSides, type BothSides } from '../support/both-sides.ts'
import type { TestHost } from '../support/host.ts'
import { locatedPicture, PLACE } from '../support/located-pictures.ts'
import { signIn } from '../support/raw-api.ts'
import { standDownHarassmentRules } from '../support/harassment.ts'
import { pictureHeight, pictureWidth, talkFile, talkPicture } from '../support/talk-files.ts'

let sides: BothSides
let conversationId: ConversationId
beforeAll(async () => {
  sides = await openBothSides()
  await standDownHarassmentRules(sides.server.url)
})
afterAll(() => sides.remove())
/** Each in a talk of its own: the last one is ended. */
beforeEach(async () => {
  const { taxpayer, agent } = sides
  if (conversationId) await taxpayer.ask('conversation.end', { conversationId })
  await taxpayer.ask('queue.join', { reason: 'button' })
  await agent.ask('desk.setPresence', { presence: 'idle' })
  conversationId = (await agent.ask('desk.take', { ticketId: null })).id
  await taxpayer.heard('conversation.changed', ({ id, stage }) => id === conversationId && stage === 'live')
})

async function choose(host: TestHost, name: string, bytes: Uint8Array): Promise<AttachmentId> {
  let attachmentId: AttachmentId | null = null
  for (let offset = 0; offset < bytes.length || offset === 0; offset += limits.uploadPieceMaxBytes) {
    const piece = Buffer.from(bytes.subarray(offset, offset + limits.uploadPieceMaxBytes)).toString('base64')
    const added: HostReply<'attachments.add'> = await host.ask('attachments.add', {
      formKey: talkFormKey(conversationId),
      attachmentId,
      name,
      sizeBytes: bytes.length,
      offset,
      bytes: piece,
    })
    attachmentId = added.attachmentId
  }
  return attachmentId!
}
async function send(host: TestHost, name: string, bytes: Uint8Array): Promise<LocalMessage> {
  return host.ask('chat.sendFile', { conversationId, attachmentId: await choose(host, name, bytes) })
}
const arrived = async (host: TestHost, id: MessageId): Promise<LocalMessage> => {
  const { messages } = await host.heard('messages.changed', (changed) => changed.messages.some((one) => one.id === id && one.seq !== null))
  return messages.find((one) => one.id === id)!
}
const withAttachment = ({ body }: LocalMessage) => {
  if (body.kind !== 'picture' && body.kind !== 'file') throw new Error(body.kind)
  return body.attachment
}
async function original(account: string, id: AttachmentId, of = 'content'): Promise<Response> {
  const { accessToken } = await signIn(sides.server.url, account)
  return fetch(new URL(`/api/attachments/${id}/${of}`, sides.server.url), { headers: { authorization: `Bearer ${accessToken}` } })
}
const inOrder = async (): Promise<string[]> =>
  (await sides.agent.ask('desk.talk', { conversationId })).messages.flatMap(({ body }) =>
    body.kind === 'text' ? body.text : body.kind === 'picture' || body.kind === 'file' ? body.attachment.name : [],
  )

describe.each([...talkPictureExtensions])('a picture %s', (extension) => {
  it('reaches the other side, which is shown what its window knows and may keep the picture itself', async () => {
    const { taxpayer, agent } = sides
    const bytes = await talkPicture(extension)
    const { id } = await send(taxpayer, `报错.${extension}`, bytes)
    const message = await arrived(agent, id)
    expect(message.body).toMatchObject({ kind: 'picture', attachment: { name: `报错.${extension}`, extension } })
    if (extension !== 'ico') expect(message.body).toMatchObject({ size: { width: pictureWidth, height: pictureHeight } })
    const { address } = await agent.ask('attachments.fetchPicture', { attachment: withAttachment(message) })
    const shown = agent.attachment(address.replace('/attachments/', ''))!
    expect(shown.headers['content-type']).toBe('image/webp')
    expect(readFileSync(shown.path).subarray(8, 12).toString()).toBe('WEBP')
    const kept = await original('zx001', withAttachment(message).id)
    expect(Buffer.from(await kept.arrayBuffer()).length).toBe(bytes.length)
    expect(kept.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })
})

describe.each(['txt', 'xls', 'xlsx', 'doc', 'docx', 'pdf', 'zip', 'rar', 'dbf'] as const)('a file %s', (extension) => {
  it('goes from the agent to the taxpayer as it is', async () => {
    const { taxpayer, agent } = sides
    const bytes = await talkFile(extension)
    const { id } = await send(agent, `材料.${extension}`, bytes)
    const attachment = withAttachment(await arrived(taxpayer, id))
    const { address } = await taxpayer.ask('attachments.fetch', { attachment })
    expect(readFileSync(taxpayer.attachment(address.replace('/attachments/', ''))!.path).equals(bytes)).toBe(true)
    expect((await original('nsr001', attachment.id, 'display')).status).toBe(404)
  })
})

it('where a photograph was taken reaches nobody', async () => {
  const bytes = await locatedPicture('jpg')
  expect(bytes.includes(PLACE)).toBe(true)
  const { id } = await send(sides.taxpayer, '门头.jpg', bytes)
  const { id: attachmentId } = withAttachment(await arrived(sides.agent, id))
  for (const of of ['content', 'display']) {
    const got = Buffer.from(await (await original('zx001', attachmentId, of)).arrayBuffer())
    expect(got.length).toBeGreaterThan(0)
    expect(got.includes(PLACE), of).toBe(false)
  }
})

it('what is written after a picture comes after it', async () => {
  const { taxpayer, agent } = sides
  await taxpayer.ask('chat.send', { conversationId: null, text: '您看' })
  const large = Buffer.concat([await talkFile('pdf'), Buffer.alloc(4 * 1024 * 1024, 7)])
  const sent = [await send(taxpayer, '一.png', await talkPicture('png')), await send(taxpayer, '二.pdf', large)].map(({ id }) =>
    messageFormKey(id),
  )
  const { id } = await taxpayer.ask('chat.send', { conversationId: null, text: '这里报错' })
  await arrived(agent, id)
  expect((await inOrder()).slice(-4)).toEqual(['您看', '一.png', '二.pdf', '这里报错'])
  // Once they are messages nothing more of their way is kept here.
  for (const formKey of sent) await expect.poll(async () => (await taxpayer.ask('attachments.list', { formKey })).files).toEqual([])
})

it('is shown at once, with how far it is, and goes on after the program was closed', async () => {
  const { taxpayer, agent } = sides
  const large = Buffer.concat([await talkFile('pdf'), Buffer.alloc(8 * 1024 * 1024, 9)])
  const sent = await send(taxpayer, '大.pdf', large)
  expect(sent).toMatchObject({ delivery: 'pending', body: { kind: 'file', attachment: { name: '大.pdf' } } })
  await taxpayer.heard('attachments.changed', ({ formKey, files }) => formKey === `message:${sent.id}` && (files[0]?.sentBytes ?? 0) > 0)
  await taxpayer.reopen()
  await taxpayer.online()
  const attachment = withAttachment(await arrived(agent, sent.id))
  expect(Buffer.from(await (await original('zx001', attachment.id)).arrayBuffer()).equals(large)).toBe(true)
})

it('may be taken out of the stream while it is on its way, and what was written after it goes', async () => {
  const { taxpayer, agent } = sides
  const { id } = await send(taxpayer, '太大.pdf', Buffer.concat([await talkFile('pdf'), Buffer.alloc(9 * 1024 * 1024, 3)]))
  const after = await taxpayer.ask('chat.send', { conversationId: null, text: '算了，我说吧' })
  await taxpayer.ask('chat.discard', { id })
  await arrived(agent, after.id)
  expect((await inOrder()).slice(-1)).toEqual(['算了，我说吧'])
  expect((await taxpayer.ask('attachments.list', { formKey: `message:${id}` })).files).toEqual([])
})

describe('is refused with the reason', () => {
  const adding = async (name: string, bytes: Uint8Array) => {
    const given = Buffer.from(bytes.subarray(0, limits.uploadPieceMaxBytes)).toString('base64')
    return sides.taxpayer.tryAsk('attachments.add', {
      formKey: talkFormKey(conversationId),
      attachmentId: null,
      name,
      sizeBytes: bytes.length,
      offset: 0,
      bytes: given,
    })
  }
  it('a type that is on neither list, a content that is not its name’s, and one that is not smaller than 10 megabytes', async () => {
    const errorOf = async (name: string, bytes: Uint8Array) => {
      const added = await adding(name, bytes)
      return added.ok ? null : added.error
    }
    expect(await errorOf('程序.exe', Buffer.from('MZ'))).toMatchObject({ code: 'TALK_FILE_TYPE_REFUSED' })
    expect((await errorOf('程序.exe', Buffer.from('MZ')))?.message).toContain('svgz')
    expect(await errorOf('发票.png', await talkFile('pdf'))).toMatchObject({ code: 'TALK_FILE_TYPE_REFUSED' })
    expect(await errorOf('录像.mp4', Buffer.alloc(10))).toMatchObject({ code: 'TALK_FILE_TYPE_REFUSED' })
    expect((await errorOf('大.pdf', Buffer.alloc(10 * 1024 * 1024)))?.message).toBe('图片和文件须小于 10 兆字节。')
  })

  it('a picture that nobody can open fails under its own words, and the talk goes on', async () => {
    const png = await talkPicture('png')
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    const { id } = await send(sides.taxpayer, '坏的.png', png)
    const text = await sides.taxpayer.ask('chat.send', { conversationId: null, text: '图片发不出' })
    await arrived(sides.agent, text.id)
    const { messages } = await sides.taxpayer.ask('chat.open', {})
    expect(messages.find((message) => message.id === id)).toMatchObject({
      delivery: 'failed',
      failure: { code: 'TALK_PICTURE_UNREADABLE' },
    })
    await sides.taxpayer.ask('chat.discard', { id })
  })

  it('anything before a person serves and after', async () => {
    const { taxpayer } = sides
    const attachmentId = await choose(taxpayer, '一.png', await talkPicture('png'))
    await taxpayer.ask('conversation.end', { conversationId })
    expect(await taxpayer.tryAsk('chat.sendFile', { conversationId, attachmentId })).toMatchObject({
      ok: false,
      error: { code: 'TALK_FILE_NOT_SERVED' },
    })
  })
})

it('is nobody’s but theirs who talk, and when it is taken back supervisors’ alone', async () => {
  const { id } = await send(sides.taxpayer, '合同.pdf', await talkFile('pdf'))
  const attachment = withAttachment(await arrived(sides.agent, id))
  const read = async (...accounts: string[]) =>
    Promise.all(accounts.map(async (account) => (await original(account, attachment.id)).status))
  expect(await read('nsr001', 'zx001', 'bz001', 'nsr002', 'zx002')).toEqual([200, 200, 200, 404, 404])
  const { address } = await sides.agent.ask('attachments.fetch', { attachment })
  const held = sides.agent.attachment(address.replace('/attachments/', ''))!
  expect(readFileSync(held.path).length).toBe(attachment.sizeBytes)
  await sides.taxpayer.ask('chat.retract', { params: { messageId: id } })
  await sides.agent.heard('messages.changed', ({ messages }) =>
    messages.some((message) => message.id === id && message.body.kind === 'retracted'),
  )
  expect(await read('zx001', 'bz001', 'nsr002')).toEqual([404, 200, 404])
  expect(sides.agent.attachment(address.replace('/attachments/', ''))).toBeNull()
  expect(() => readFileSync(held.path)).toThrow('ENOENT')
})
