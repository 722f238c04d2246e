// One process, everything inside. Prints one line when it is ready; ends cleanly on SIGINT and SIGTERM.
import { startServer } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { BlobsError } from './platform/blobs/s3-blobs.ts'

try {
  const server = await startServer(readConfig(process.argv.slice(2), process.env), undefined, process.env.ZHENGNA_SECRET)
  const stop = (): void => {
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Started by another program: when it is gone, so is this.
  process.once('disconnect', stop)
  console.log(`ready server ${server.url}`)
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof BlobsError ? error.message : error)
  process.exit(1)
}
