// A supervisor of an office of its own.
import { routes } from '@zhengna/contract/http/index.ts'
import type { LiveWall } from '@zhengna/contract/domain/live-wall.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import { valueOf } from './office.ts'
import { callRoute, signIn } from './raw-api.ts'
import { openLine, type RawLine } from './raw-line.ts'
import { addSupervisor, withStore } from './register.ts'
import type { TestServer } from './server.ts'

let supervisors = 0

export interface TestSupervisor {
  readonly account: string
  readonly token: string
  wall(): Promise<LiveWall>
  line(): Promise<RawLine>
}

export async function supervisorOf({ url, dataDir }: TestServer, officeId: string): Promise<TestSupervisor> {
  const account = await withStore(dataDir, (trx) =>
    addSupervisor(trx, `bz5${String(++supervisors).padStart(3, '0')}`, officeId as OfficeId),
  )
  const { accessToken: token } = await signIn(url, account)
  return {
    account,
    token,
    // Signed in anew: a test turns the clock past the end of a token.
    wall: async () => valueOf(await callRoute(url, routes.getWall, { token: (await signIn(url, account)).accessToken })),
    line: () => openLine(url, token),
  }
}
