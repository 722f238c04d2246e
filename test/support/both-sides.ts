// A server with a taxpayer and an agent at their windows, both signed in and online.
import { openTestHost, type TestHost } from './host.ts'
import { startTestServer, type TestServer } from './server.ts'

export interface BothSides {
  readonly server: TestServer
  readonly taxpayer: TestHost
  readonly agent: TestHost
  remove(): Promise<void>
}

export async function openBothSides(): Promise<BothSides> {
  const server = await startTestServer()
  const taxpayer = await openTestHost('taxpayer', server.url)
  const agent = await openTestHost('console', server.url)
  await taxpayer.signIn('nsr001')
  await agent.signIn('zx001')
  return {
    server,
    taxpayer,
    agent,
    async remove() {
      await taxpayer.remove()
      await agent.remove()
      await server.remove()
    },
  }
}
