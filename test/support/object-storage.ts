// A server that speaks S3, with one bucket, on a free port. Its objects are gone with it.
import { rmSync } from 'node:fs'
import S3Server from 's3rver'
import { vi } from 'vitest'
import { temporaryFolder } from './server.ts'

export interface ObjectStorage {
  readonly endpoint: string
  readonly bucket: string
  stop(): Promise<void>
}

/** Who may use it is put into this process's environment, where the SDK looks. */
export async function startObjectStorage(): Promise<ObjectStorage> {
  const bucket = 'attachments'
  const directory = temporaryFolder('s3')
  const server = new S3Server({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }] })
  const { port } = await server.run()
  // The one account that it knows.
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER')
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    async stop() {
      vi.unstubAllEnvs()
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
