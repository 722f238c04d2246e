// The host: what stands between windows and the server. Needs no Electron; both shells carry this same one.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Compile, type Validator } from 'typebox/compile'
import { failure } from '@zhengna/contract/errors.ts'
import { accountRequests } from '@zhengna/contract/host/accounts.ts'
import { administrationRequests } from '@zhengna/contract/host/administration.ts'
import { auditRequests } from '@zhengna/contract/host/audit.ts'
import { editingRequests } from '@zhengna/contract/host/editing.ts'
import { guardRequests } from '@zhengna/contract/host/guard.ts'
import { harassmentRequests } from '@zhengna/contract/host/harassment.ts'
import { hostRequests, isHostRequest, type HostRequestName } from '@zhengna/contract/host/index.ts'
import { appointmentDeskRequests } from '@zhengna/contract/host/appointment-desk.ts'
import { sheetDeskRequests } from '@zhengna/contract/host/confirmation-sheets.ts'
import { pushRequests } from '@zhengna/contract/host/pushes.ts'
import { handOffRequests } from '@zhengna/contract/host/hand-off.ts'
import { taxpayerTagRequests } from '@zhengna/contract/host/taxpayer-tags.ts'
import { serviceHoursRequests } from '@zhengna/contract/host/service-hours.ts'
import { smsRequests } from '@zhengna/contract/host/sms.ts'
import { supervisionRequests } from '@zhengna/contract/host/supervision.ts'
import type { ConnectionView } from '@zhengna/contract/host/session.ts'
import { fail, type Result } from '@zhengna/contract/result.ts'
import { openCache } from './cache/cache.ts'
import { coalesce } from './coalesce.ts'
import { createDesktop } from './desktop/desktop.ts'
import { createEvents } from './events.ts'
import type { Download } from './attachments/fetched-files.ts'
import { attachmentHandlers } from './handlers/attachments.handlers.ts'
import { confirmationSheetHandlers } from './handlers/confirmation-sheets.handlers.ts'
import { chatHandlers } from './handlers/chat.handlers.ts'
import type { HostContext } from './handlers/context.ts'
import { deskHandlers, deskView } from './handlers/desk.handlers.ts'
import { desktopHandlers } from './handlers/desktop.handlers.ts'
import { favouriteHandlers } from './handlers/favourites.handlers.ts'
import { knowledgeHandlers } from './handlers/knowledge.handlers.ts'
import { noticeHandlers } from './handlers/notices.handlers.ts'
import { relayHandlers } from './handlers/relay.handlers.ts'
import { appointmentHandlers } from './handlers/appointments.handlers.ts'
import { leaveMessageHandlers } from './handlers/leave-messages.handlers.ts'
import { readingHandlers } from './handlers/reading.handlers.ts'
import { sessionHandlers } from './handlers/session.handlers.ts'
import { shortcutHandlers } from './handlers/shortcuts.handlers.ts'
import { shellHandlers } from './handlers/shell.handlers.ts'
import { supplementHandlers } from './handlers/supplements.handlers.ts'
import { transferHandlers } from './handlers/transfers.handlers.ts'
import { typingHandlers } from './handlers/typing.handlers.ts'
import { workOrderHandlers } from './handlers/work-orders.handlers.ts'
import { writtenHandlers } from './handlers/written.handlers.ts'
import { createAssets } from './knowledge/assets.ts'
import { openLibrary } from './knowledge/library.ts'
import { openMachineSettings } from './machine-settings.ts'
import { openPersonScope, type PersonScope } from './person-scope.ts'
import type { Host, HostOptions } from './ports.ts'
import { createPictureReader } from './reading/picture-reader.ts'
import { createServerApi } from './session/server-api.ts'
import { createSession } from './session/session.ts'
import type { Fetch } from './sync/inbox.ts'
import { today } from './today.ts'

export async function createHost(options: HostOptions): Promise<Host> {
  const { dataDir, serverUrl, edition, log } = options
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const events = createEvents()
  const stores = openCache(await options.secrets.storeKey())
  const device = await stores.openDevice(join(dataDir, 'device.db'))
  const settings = await openMachineSettings(device, events)
  const desktop = createDesktop({ notes: options.shell.notes, events, isOn: () => settings.current().desktopNotes })
  const api = createServerApi(serverUrl)
  const session = createSession({ api, device, edition, onChange: sessionChanged })
  const library = await openLibrary({ dataDir, events, today, log })
  const assets = createAssets(dataDir, serverUrl)
  const reader = createPictureReader(log)
  let scope: PersonScope | null = null
  let following: Promise<void> = Promise.resolve()
  let closing: Promise<void> | null = null

  /** A request in the signed-in person's name; a token refused is renewed and the request made once more. */
  const inName = async <T>(ask: (token: string) => Promise<Result<T>>): Promise<Result<T>> => {
    const token = await session.token()
    if (!token.ok) return token
    const reply = await ask(token.value)
    if (reply.ok || (reply.error.code !== 'TOKEN_EXPIRED' && reply.error.code !== 'AUTH_REQUIRED')) return reply
    session.distrustToken(token.value)
    const fresh = await session.token()
    return fresh.ok ? ask(fresh.value) : fresh
  }
  const fetch: Fetch = (route, args) => inName((token) => api.call(route, args, token))
  const download: Download = (address, file) => inName((token) => api.download(address, file, token))

  const connection = async (): Promise<ConnectionView> => {
    const state = scope?.line.state() ?? { state: 'offline' as const, retryAt: null }
    return { ...state, unsent: scope ? await scope.cache.pendingCount() : 0 }
  }
  const announceConnection = coalesce(async () => events.emit('connection.changed', await connection()), log)
  const announceDesk = coalesce(async () => {
    if (scope && edition === 'console') events.emit('desk.changed', await deskView(scope))
  }, log)

  events.subscribe((name) => {
    if (name === 'conversation.changed') announceDesk()
  })

  /** One after the other: signing out and in again must not open the same store twice. */
  function followSession(): Promise<void> {
    following = following.then(async () => {
      const person = session.person()
      if (scope && scope.person.id !== person?.id) {
        const leaving = scope
        scope = null
        await leaving.close()
      }
      if (person && !scope && !closing) {
        scope = await openPersonScope({
          person,
          serverUrl,
          dataDir,
          stores,
          session,
          events,
          library,
          desktop,
          fetch,
          download,
          log,
          onConnection: announceConnection,
          onDesk: announceDesk,
        })
      }
    })
    return following
  }
  function sessionChanged(): void {
    void followSession().then(
      () => events.emit('session.changed', session.view()),
      (error: unknown) => log(`session: ${String(error)}`),
    )
  }

  const context: HostContext = { options, events, device, settings, desktop, session, library, fetch, scope: () => scope }
  const handlers = {
    ...sessionHandlers(context, { followSession, connection }),
    ...shellHandlers(context),
    ...chatHandlers(context, announceConnection),
    ...deskHandlers(context),
    ...desktopHandlers(context),
    ...relayHandlers(fetch, editingRequests),
    ...relayHandlers(fetch, administrationRequests),
    ...relayHandlers(fetch, auditRequests),
    ...relayHandlers(fetch, accountRequests),
    ...relayHandlers(fetch, guardRequests),
    ...relayHandlers(fetch, harassmentRequests),
    ...relayHandlers(fetch, supervisionRequests),
    ...relayHandlers(fetch, smsRequests),
    ...relayHandlers(fetch, serviceHoursRequests),
    ...writtenHandlers(context),
    ...relayHandlers(fetch, pushRequests),
    ...relayHandlers(fetch, handOffRequests),
    ...relayHandlers(fetch, taxpayerTagRequests),
    ...transferHandlers(context),
    ...typingHandlers(context),
    ...relayHandlers(fetch, appointmentDeskRequests),
    ...knowledgeHandlers(context),
    ...noticeHandlers(context),
    ...favouriteHandlers(context),
    ...shortcutHandlers(context),
    ...readingHandlers(reader),
    ...leaveMessageHandlers(context),
    ...appointmentHandlers(context),
    ...confirmationSheetHandlers(context),
    ...relayHandlers(fetch, sheetDeskRequests),
    ...workOrderHandlers(context),
    ...supplementHandlers(context),
    ...attachmentHandlers(context),
    // None is missing; each group's types are its own affair. All of them compared at once cost the compiler half a minute, and lint three.
  } satisfies Record<HostRequestName, unknown>

  await session.restore()
  await followSession()

  return {
    async handle(name, params) {
      if (!isHostRequest(name) || !hostRequests[name].editions.includes(edition)) return fail(failure('HOST_REQUEST_UNKNOWN'))
      if (!accepts(name, params)) return fail(failure('REQUEST_INVALID', { reason: name }))
      try {
        return await (handlers[name] as (params: unknown) => Promise<Result<unknown>> | Result<unknown>)(params)
      } catch (error) {
        log(`${name}: ${error instanceof Error ? error.message : 'failed'}`)
        return fail(failure('HOST_STORE_FAILED'))
      }
    },
    subscribe: (listener) => events.subscribe(listener),
    asset: assets,
    attachment: (id) => scope?.attachments.fetched.find(id) ?? null,
    wake: () => scope?.line.retry(),
    close() {
      closing ??= following.then(async () => {
        desktop.settleAll()
        await reader.close()
        await scope?.close()
        await library.close()
        await device.close()
        await stores.close()
      })
      return closing
    },
  }
}

const validators = new Map<HostRequestName, Validator>()

function accepts(name: HostRequestName, params: unknown): boolean {
  const validator = validators.get(name) ?? Compile(hostRequests[name].params)
  validators.set(name, validator)
  return validator.Check(params)
}
