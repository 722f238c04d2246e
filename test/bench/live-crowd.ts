// A server with live conversations in it: taxpayers who asked for a person, agents who took them.
import { join } from 'node:path'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { Role } from '@zhengna/contract/domain/person.ts'
import type { Reply, Route } from '@zhengna/contract/http/route.ts'
import { handOver } from '@zhengna/contract/http/conversations.ts'
import { setPresence, takeNext } from '@zhengna/contract/http/queue.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { createTokens, signingSecret } from '../../server/src/platform/auth/tokens.ts'
import { crowdSession, insertCrowd } from '../chaos/crowd.ts'
import { startServerProcess, type ServerProcess } from '../chaos/server-process.ts'
import type { DriverClient } from './driver-plan.ts'
import { garbageOnSignal } from './processes.ts'

export interface LiveCrowd {
  readonly server: ServerProcess
  /** Both sides of every conversation. */
  readonly clients: readonly DriverClient[]
  /** Where the conversations stand now; a driver needs it to begin. */
  standing(): Promise<DriverClient[]>
}

/** Tokens are made here with the server's own key: signing a crowd in would measure argon2. */
export async function tokenOf(account: string, role: Role): Promise<string> {
  const tokens = createTokens(signingSecret('', 'a test'), 86_400, { now: () => Date.now() })
  const { token } = await tokens.issue({
    personId: account as PersonId,
    role,
    officeId: 'crowd-office' as OfficeId,
    sessionId: crowdSession(account),
  })
  return token
}

export async function openLiveCrowd(folder: string, pairs: number, nodeArgs: readonly string[] = garbageOnSignal): Promise<LiveCrowd> {
  const dataDir = join(folder, 'server')
  const crowd = await insertCrowd(dataDir, { taxpayers: pairs, agents: pairs })
  const server = await startServerProcess(dataDir, { ZHENGNA_ACCESS_TOKEN_SECONDS: '86400' }, nodeArgs)
  const call = async <R extends Route>(route: R, token: string, body?: unknown): Promise<Reply<R>> => {
    const response = await fetch(new URL(route.path, server.url), {
      method: route.method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const reply = (await response.json()) as unknown
    if (!response.ok) throw new Error(`${route.path}: ${(reply as { error?: { code: string } }).error?.code ?? response.status}`)
    return reply as Reply<R>
  }
  const clients: DriverClient[] = []
  for (const [index, taxpayer] of crowd.taxpayers.entries()) {
    const [taxpayerToken, agentToken] = [
      await tokenOf(taxpayer.account, 'taxpayer'),
      await tokenOf(crowd.agents[index]?.account ?? '', 'agent'),
    ]
    await call(handOver, taxpayerToken, { reason: 'button' })
    await call(setPresence, agentToken, { presence: 'idle' })
    const { conversation } = await call(takeNext, agentToken, { ticketId: null })
    const side = { conversationId: conversation.id, lastSeq: conversation.lastSeq }
    clients.push(
      { ...side, token: taxpayerToken, author: 'taxpayer', partner: index * 2 + 1 },
      { ...side, token: agentToken, author: 'agent', partner: index * 2 },
    )
  }
  return {
    server,
    clients,
    standing: async () =>
      Promise.all(
        clients.map(async (client) => {
          const url = new URL(`/api/conversations/${client.conversationId}`, server.url)
          const response = await fetch(url, { headers: { authorization: `Bearer ${client.token ?? ''}` } })
          const { conversation } = (await response.json()) as { conversation: Conversation }
          return { ...client, lastSeq: conversation.lastSeq }
        }),
      ),
  }
}
