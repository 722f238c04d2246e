// Attachments over a real line: uploaded, attached, read with the headers that keep a file a file.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { attachmentFiles, wavOf } from '../support/attachment-files.ts'
import { newAttachmentId } from '../support/attachments.ts'
import { startObjectStorage, type ObjectStorage } from '../support/object-storage.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let token: string
let stranger: string

async function upload(name: string, bytes: Buffer): Promise<AttachmentId> {
  const id = newAttachmentId()
  await callRoute(server.url, routes.beginAttachment, { token, body: { id, name, sizeBytes: bytes.length } })
  for (let offset = 0; offset < bytes.length;) {
    const piece = bytes.subarray(offset, offset + limits.uploadPieceMaxBytes).toString('base64')
    const params = { attachmentId: id }
    const { body, code } = await callRoute(server.url, routes.putAttachmentPiece, { token, params, body: { offset, bytes: piece } })
    if (code) throw new Error(code)
    offset = body.receivedBytes
  }
  return id
}
const read = (id: AttachmentId, headers: Record<string, string> = {}, authorization: string | null = token) =>
  fetch(new URL(`/api/attachments/${id}/content`, server.url), {
    headers: { ...(authorization !== null && { authorization: `Bearer ${authorization}` }), ...headers },
  })

describe.each([
  ['in the data folder', null],
  ['in object storage', startObjectStorage],
])('an attachment kept %s', (_, startStorage) => {
  let storage: ObjectStorage | undefined
  beforeAll(async () => {
    storage = await startStorage?.()
    for (const [name, value] of Object.entries(storage?.credentials ?? {})) vi.stubEnv(name, value)
    server = await startTestServer(storage && { S3_ENDPOINT: storage.endpoint, S3_BUCKET: storage.bucket })
    token = (await signIn(server.url, 'nsr001')).accessToken
    stranger = (await signIn(server.url, 'nsr002')).accessToken
  })
  afterAll(async () => {
    await server.remove()
    await storage?.stop()
    vi.unstubAllEnvs()
  })

  it('of the largest size goes up in pieces and comes back as it was', async () => {
    const bytes = wavOf(limits.attachmentMaxBytes - 44)
    const response = await read(await upload('最长的录音.wav', bytes))
    expect(bytes).toHaveLength(limits.attachmentMaxBytes)
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('survives a restart of the server half way', async () => {
    const bytes = attachmentFiles.docx
    const body = { id: newAttachmentId(), name: 'a.docx', sizeBytes: bytes.length }
    const params = { attachmentId: body.id }
    const send = (offset: number, end: number) =>
      callRoute(server.url, routes.putAttachmentPiece, {
        token,
        params,
        body: { offset, bytes: bytes.subarray(offset, end).toString('base64') },
      })
    await callRoute(server.url, routes.beginAttachment, { token, body })
    await send(0, 100)
    await server.restart()
    expect((await callRoute(server.url, routes.beginAttachment, { token, body })).body).toMatchObject({ receivedBytes: 100 })
    expect((await send(100, bytes.length)).body).toMatchObject({ isUploaded: true })
  })

  it.each([
    ['gif', 'image/gif', 'inline'],
    ['jpg', 'image/jpeg', 'inline'],
    ['png', 'image/png', 'inline'],
    ['mp4', 'video/mp4', 'inline'],
    ['wav', 'audio/wav', 'inline'],
    ['mp3', 'audio/mpeg', 'inline'],
    ['avi', 'application/octet-stream', 'attachment'],
    ['wmv', 'application/octet-stream', 'attachment'],
    ['rmvb', 'application/octet-stream', 'attachment'],
    ['txt', 'application/octet-stream', 'attachment'],
    ['pdf', 'application/octet-stream', 'attachment'],
    ['docx', 'application/octet-stream', 'attachment'],
    ['ofd', 'application/octet-stream', 'attachment'],
  ] as const)('of %s is served as %s, %s', async (extension, type, disposition) => {
    const { headers } = await read(await upload(`材料 (1).${extension}`, attachmentFiles[extension]))
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-disposition')).toBe(`${disposition}; filename*=UTF-8''%E6%9D%90%E6%96%99%20%281%29.${extension}`)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  it('comes in the range that is asked for', async () => {
    const bytes = attachmentFiles.mp4
    const id = await upload('a.mp4', bytes)
    const part = async (range: string) => {
      const response = await read(id, { range })
      const body = Buffer.from(await response.arrayBuffer())
      return { status: response.status, range: response.headers.get('content-range'), body }
    }
    const size = bytes.length
    expect(await part('bytes=4-7')).toEqual({ status: 206, range: `bytes 4-7/${size}`, body: Buffer.from('ftyp') })
    expect(await part('bytes=100-')).toEqual({ status: 206, range: `bytes 100-${size - 1}/${size}`, body: bytes.subarray(100) })
    expect(await part('bytes=-3')).toEqual({ status: 206, range: `bytes ${size - 3}-${size - 1}/${size}`, body: bytes.subarray(-3) })
    expect(await part('bytes=0-99999')).toMatchObject({ status: 206, body: bytes })
    expect(await part(`bytes=${size}-`)).toMatchObject({ status: 416, range: `bytes */${size}` })
    expect(await part('lines=1-2')).toMatchObject({ status: 200, body: bytes })
  })

  it('is nobody else’s to read, and none without signing in', async () => {
    const id = await upload('a.gif', attachmentFiles.gif)
    const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code
    expect(await codeOf(await read(id, {}, stranger))).toBe('ATTACHMENT_NOT_FOUND')
    expect(await codeOf(await read(newAttachmentId()))).toBe('ATTACHMENT_NOT_FOUND')
    expect(await codeOf(await read('../me' as AttachmentId))).toMatch(/NOT_FOUND/)
    expect(await codeOf(await read(id, {}, null))).toBe('AUTH_REQUIRED')
    expect(await codeOf(await read(id, {}, 'x'))).toBe('AUTH_REQUIRED')
  })

  it('that is not whole is not read', async () => {
    const id = newAttachmentId()
    await callRoute(server.url, routes.beginAttachment, { token, body: { id, name: 'a.gif', sizeBytes: 10 } })
    expect((await read(id)).status).toBe(404)
  })

  it('has a name that hides nothing', async () => {
    for (const name of ['a/b.gif', 'a\\b.gif', 'a\u0000.gif', 'a\u202efig.gif', '', 'x'.repeat(197) + '.gif'])
      expect(
        await callRoute(server.url, routes.beginAttachment, { token, body: { id: newAttachmentId(), name, sizeBytes: 10 } }),
      ).toMatchObject({
        code: 'REQUEST_INVALID',
      })
  })
})
