// A double of object storage: it answers the five requests that s3-blobs.ts makes as S3 does, over HTTP, for one bucket and one account.
// It does not check signatures. What no double shows is whether a storage of another make keeps to the protocol.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface ObjectStorage {
  readonly endpoint: string
  readonly bucket: string
  /** What the SDK has to find in the environment of whoever uses it. */
  readonly credentials: Readonly<Record<string, string>>
  /** Keys of what is stored. */
  keys(): string[]
  /** While it is down every connection is cut without an answer; what is stored stays. */
  setDown(isDown: boolean): void
  stop(): Promise<void>
}

const ACCOUNT = 'a-test'
const BUCKET = 'attachments'

export async function startObjectStorage(): Promise<ObjectStorage> {
  const objects = new Map<string, Buffer>()
  let isDown = false
  const server = createServer((request, response) => {
    if (isDown) request.socket.destroy()
    else void answer(objects, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: BUCKET,
    credentials: { AWS_ACCESS_KEY_ID: ACCOUNT, AWS_SECRET_ACCESS_KEY: 'a secret' },
    keys: () => [...objects.keys()],
    setDown(down) {
      isDown = down
      if (down) server.closeAllConnections()
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(objects: Map<string, Buffer>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '', 'http://storage')
  const [, bucket, key = ''] = pathname.split('/')
  const refuse = (status: number, code: string): unknown =>
    response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
  if (!request.headers.authorization?.includes(`Credential=${ACCOUNT}/`)) return void refuse(403, 'AccessDenied')
  if (bucket !== BUCKET) return void refuse(404, 'NoSuchBucket')
  if (key === '') return void response.writeHead(200).end()
  const content = objects.get(key)
  switch (request.method) {
    case 'PUT':
      // Whole or not at all: what breaks off is not stored.
      objects.set(key, await buffer(request))
      return void response.writeHead(200).end()
    case 'DELETE':
      objects.delete(key)
      return void response.writeHead(204).end()
    default: {
      if (!content) return void refuse(404, 'NoSuchKey')
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
      const part = from === undefined ? content : content.subarray(Number(from), Number(to) + 1)
      response.writeHead(from === undefined ? 200 : 206, { 'content-length': part.length })
      return void response.end(request.method === 'HEAD' ? undefined : part)
    }
  }
}
