import type { Person } from '@zhengna/contract/domain/person.ts'
import type { ConnectionView, sessionRequests, SessionView } from '@zhengna/contract/host/session.ts'
import { ok, type Result } from '@zhengna/contract/result.ts'
import type { HandlersOf, HostContext } from './context.ts'

export interface SessionActions {
  /** Opens the scope of whoever is signed in, closes it when nobody is. */
  followSession(): Promise<void>
  connection(): Promise<ConnectionView>
}

export function sessionHandlers(context: HostContext, { followSession, connection }: SessionActions): HandlersOf<typeof sessionRequests> {
  const { session } = context
  const entered = async (signed: Result<Person>): Promise<Result<SessionView>> => {
    if (!signed.ok) return signed
    await followSession()
    return ok(session.view())
  }
  return {
    'session.get': () => ok(session.view()),
    'session.signIn': async ({ account, password }) => entered(await session.signIn(account.trim(), password)),
    'session.claim': async ({ account, password, newPassword }) => entered(await session.claim(account.trim(), password, newPassword)),
    'session.signOut': async () => {
      await session.signOut()
      await followSession()
      return ok(session.view())
    },
    'connection.get': async () => ok(await connection()),
    'connection.retry': async () => {
      context.scope()?.line.retry()
      return ok(await connection())
    },
  }
}
