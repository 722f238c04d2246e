// What a window may ask of its host: names, editions, parameters, and who is signed in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editions, type Edition } from '@zhengna/contract/domain/person.ts'
import { accountRequests } from '@zhengna/contract/host/accounts.ts'
import { administrationRequests } from '@zhengna/contract/host/administration.ts'
import { auditRequests } from '@zhengna/contract/host/audit.ts'
import { sheetDeskRequests, type sheetRequests } from '@zhengna/contract/host/confirmation-sheets.ts'
import { editingRequests } from '@zhengna/contract/host/editing.ts'
import { guardRequests } from '@zhengna/contract/host/guard.ts'
import { hostRequests, type HostRequestName } from '@zhengna/contract/host/index.ts'
import { appointmentDeskRequests } from '@zhengna/contract/host/appointment-desk.ts'
import { workOrderDeskRequests } from '@zhengna/contract/host/work-order-desk.ts'
import { leaveDeskRequests } from '@zhengna/contract/host/leave-desk.ts'
import { pushRequests } from '@zhengna/contract/host/pushes.ts'
import { harassmentRequests } from '@zhengna/contract/host/harassment.ts'
import { taxpayerTagRequests } from '@zhengna/contract/host/taxpayer-tags.ts'
import { recordRequests } from '@zhengna/contract/host/records.ts'
import { serviceHoursRequests } from '@zhengna/contract/host/service-hours.ts'
import { supervisionRequests } from '@zhengna/contract/host/supervision.ts'
import { smsRequests } from '@zhengna/contract/host/sms.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import type { Result } from '@zhengna/contract/result.ts'
import { administratorsCalls } from '../support/administrators-calls.ts'
import { newAttachmentId } from '../support/attachments.ts'
import { appointmentCalls } from '../support/appointments-calls.ts'
import { confirmationSheetCalls, sheetFields } from '../support/confirmation-sheet-calls.ts'
import { guardCalls } from '../support/guard-calls.ts'
import { leaveMessageCalls } from '../support/leave-message-calls.ts'
import { harassmentCalls } from '../support/harassment-calls.ts'
import { supervisionCalls } from '../support/supervision-calls.ts'
import { pushCalls, taxpayerTagCalls } from '../support/push-calls.ts'
import { editorsCalls } from '../support/editors-calls.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import type { RawCall } from '../support/raw-api.ts'
import { newConversationId, newMessageId } from '../support/raw-line.ts'
import { DEMO_PASSWORD, startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
const hosts = {} as Record<Edition, TestHost>

beforeAll(async () => {
  server = await startTestServer()
  for (const edition of editions) hosts[edition] = await openTestHost(edition, server.url)
})
afterAll(async () => {
  for (const edition of editions) await hosts[edition].remove()
  await server.remove()
})

const ask = (edition: Edition, name: string, params: unknown): Promise<Result<unknown>> =>
  hosts[edition].tryAsk(name as HostRequestName, params as never)
const names = Object.keys(hostRequests) as HostRequestName[]
const conversationId = newConversationId()
const relayed = {
  ...editingRequests,
  ...administrationRequests,
  ...auditRequests,
  ...accountRequests,
  ...guardRequests,
  ...smsRequests,
  ...serviceHoursRequests,
  ...pushRequests,
  ...taxpayerTagRequests,
  ...harassmentRequests,
  ...supervisionRequests,
  ...leaveDeskRequests,
  ...workOrderDeskRequests,
  ...appointmentDeskRequests,
  ...sheetDeskRequests,
}
type RelayName = keyof typeof relayed
const relays = Object.keys(relayed) as RelayName[]
const calls: Readonly<Record<string, () => RawCall>> = {
  ...editorsCalls,
  ...administratorsCalls,
  ...guardCalls,
  ...leaveMessageCalls,
  ...appointmentCalls,
  ...pushCalls,
  ...taxpayerTagCalls,
  ...harassmentCalls,
  ...supervisionCalls,
  listMessages: () => ({ params: { conversationId }, query: { afterSeq: 0 } }),
  ...confirmationSheetCalls,
}
/** Parameters of a path are text in an address, and what they are in a request to the host. */
const numbered = ['version', 'smsId', 'startedAt']
function relayedParams(name: RelayName): Record<string, unknown> {
  const { route } = relayed[name]
  const routeName = Object.keys(routes).find((one) => routes[one as keyof typeof routes] === route)
  const { params = {}, ...rest }: RawCall = calls[routeName ?? '']?.() ?? {}
  if (!('params' in route)) return { ...rest }
  return {
    params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, numbered.includes(key) ? Number(value) : value])),
    ...rest,
  }
}
/** 留言 and 预约 of one's own: each request has the name of its route, but for the drafts. */
const recordParams = (name: keyof typeof recordRequests): Record<string, unknown> =>
  draftParams[name] ?? { ...calls[name.slice('records.'.length)]?.() }
const draftParams: Readonly<Record<string, Record<string, unknown>>> = {
  'records.saveLeaveMessageDraft': {
    id: newMessageId(),
    fields: { officeId: null, type: null, content: '写到一半', isReminderWanted: null, resultWay: null, phone: null },
  },
  'records.saveAppointmentDraft': {
    id: newMessageId(),
    fields: { serviceType: null, way: null, startsAt: null, matter: '写到一半', phone: null },
  },
  'records.supplementDraft': { page: 'work-order', recordId: 'none' },
  'records.saveSupplementDraft': { page: 'work-order', recordId: 'none', text: '写到一半' },
}
const sheetParams: Record<keyof typeof sheetRequests, Record<string, unknown>> = {
  'sheets.list': { ...confirmationSheetCalls.listSheets() },
  'sheets.get': { ...confirmationSheetCalls.getSheet() },
  'sheets.submit': { ...confirmationSheetCalls.submitSheet() },
  'sheets.draft': { originId: conversationId },
  'sheets.saveDraft': { originId: conversationId, id: newMessageId(), fields: sheetFields },
  'sheets.send': { ...confirmationSheetCalls.sendSheet() },
}
/** Right by form for every request. */
const rightParams: Record<HostRequestName, Record<string, unknown>> = {
  'session.get': {},
  'session.signIn': { account: 'nobody', password: 'x' },
  'session.signOut': {},
  'session.claim': { account: 'nobody', password: 'x', newPassword: 'Abcdef12' },
  'connection.get': {},
  'connection.retry': {},
  'shell.get': {},
  'window.control': { action: 'minimise' },
  'shell.openLink': { url: 'https://www.chinatax.gov.cn/' },
  'settings.get': {},
  'settings.set': { theme: 'dark' },
  'chat.open': {},
  'chat.loadEarlier': { before: null },
  'chat.clear': {},
  'chat.send': { conversationId: null, text: '您好' },
  'chat.sendFile': { conversationId, attachmentId: newAttachmentId() },
  'chat.resend': { id: newMessageId() },
  'chat.discard': { id: newMessageId() },
  'chat.search': { text: '发票', conversationId: null },
  'chat.retract': { params: { messageId: newMessageId() } },
  'chat.saveDraft': { conversationId: null, text: '您' },
  'chat.markRead': { conversationId, seq: 1 },
  'chat.vote': { messageId: newMessageId(), isUseful: true, reason: null, remark: '' },
  'chat.walkGuide': { messageId: newMessageId(), mark: { part: 0, step: 0, isDone: false } },
  'queue.join': { reason: 'button' },
  'queue.cancel': {},
  'queue.setCallBack': { callsBack: true },
  'queue.answer': {},
  'queue.defer': {},
  'typing.tell': { conversationId, text: '您' },
  'conversation.handOff': { params: { conversationId } },
  'transfers.targets': { params: { conversationId } },
  'transfers.ask': { params: { conversationId }, body: { to: { kind: 'group', groupId: 'general' }, note: '请接' } },
  'transfers.accept': { transferId: '0190f5fe-0000-7000-8000-000000000000' },
  'transfers.decline': { params: { transferId: '0190f5fe-0000-7000-8000-000000000000' }, body: { reason: '' } },
  'transfers.cancel': { params: { transferId: '0190f5fe-0000-7000-8000-000000000000' } },
  'queue.trace': { params: { ticketId: '0190f5fe-0000-7000-8000-000000000000' } },
  'conversation.end': { conversationId },
  'conversation.rate': { conversationId, outcome: 'solved', remark: '' },
  'desktop.watch': { isWatched: true },
  'desktop.press': { matter: 'notices' },
  'desk.open': {},
  'desk.setPresence': { presence: 'idle' },
  'desk.take': { ticketId: null },
  'desk.declineOffer': { ticketId: '0190f5fe-0000-7000-8000-000000000000' },
  'desk.queueTrace': { params: { ticketId: '0190f5fe-0000-7000-8000-000000000000' } },
  'desk.withdrawCall': { ticketId: '0190f5fe-0000-7000-8000-000000000000' },
  'desk.talk': { conversationId },
  'desk.loadEarlier': { conversationId, before: newMessageId() },
  'desk.draft': { key: 'leave-message:reply' },
  'desk.saveDraft': { key: 'leave-message:reply', text: '写到一半' },
  'knowledge.trends': {},
  'knowledge.recommended': {},
  'knowledge.suggest': { typed: '契税' },
  'knowledge.topics': {},
  'knowledge.search': { query: '契税', limit: 5 },
  'knowledge.article': { articleId: 'none' },
  ...(Object.fromEntries(Object.keys(recordRequests).map((name) => [name, recordParams(name as keyof typeof recordRequests)])) as Record<
    keyof typeof recordRequests,
    Record<string, unknown>
  >),
  ...(Object.fromEntries(relays.map((name) => [name, relayedParams(name)])) as Record<RelayName, Record<string, unknown>>),
  ...sheetParams,
  'notices.open': {},
  'notices.search': {},
  'notices.more': { kind: 'info', before: newMessageId() },
  'notices.read': { noticeId: newMessageId() },
  'shortcuts.open': {},
  'shortcuts.choose': { ids: ['person'] },
  'favourites.open': {},
  'favourites.search': { text: '契税', from: '2026-01-01', page: 1, pageSize: 10 },
  'favourites.keep': { messageId: newMessageId() },
  'favourites.drop': { questionId: newMessageId() },
  'attachments.list': { formKey: 'leave-message' },
  'attachments.add': { formKey: 'leave-message', attachmentId: null, name: 'a.gif', sizeBytes: 42, offset: 0, bytes: 'R0lG' },
  'attachments.upload': { formKey: 'leave-message' },
  'attachments.cancel': { attachmentId: newAttachmentId() },
  'attachments.retry': { attachmentId: newAttachmentId() },
  'attachments.remove': { attachmentId: newAttachmentId() },
  'attachments.submitted': { formKey: 'leave-message' },
  'attachments.discard': { formKey: 'leave-message' },
  'attachments.fetch': { attachment: { id: newAttachmentId(), name: 'a.gif', extension: 'gif', sizeBytes: 42 } },
  'attachments.fetchPicture': { attachment: { id: newAttachmentId(), name: 'a.gif', extension: 'gif', sizeBytes: 42 } },
  'reading.read': { picture: 'bm8gcGljdHVyZQ==' },
}

describe('before anybody signed in', () => {
  const needsNobody = (name: HostRequestName): boolean =>
    /^(session|connection|desktop|shell|settings|window|knowledge|reading)\./.test(name)
  const cases = names.flatMap((name) => editions.map((edition) => ({ name, edition, open: hostRequests[name].editions.includes(edition) })))

  it.each(cases.filter(({ open }) => !open))('$name is unknown to the $edition edition', async ({ name, edition }) => {
    expect(await ask(edition, name, rightParams[name])).toMatchObject({ ok: false, error: { code: 'HOST_REQUEST_UNKNOWN' } })
  })

  it.each(cases.filter(({ open, name }) => open && !needsNobody(name)))(
    '$name of the $edition edition asks to sign in',
    async ({ name, edition }) => {
      expect(await ask(edition, name, rightParams[name])).toMatchObject({ ok: false, error: { code: 'AUTH_REQUIRED' } })
    },
  )

  it.each(cases.filter(({ open, name }) => open && needsNobody(name)))(
    '$name of the $edition edition gives a Result',
    async ({ name, edition }) => {
      const result = await ask(edition, name, rightParams[name])
      if (!result.ok) expect(['CREDENTIALS_WRONG', 'NOT_FOUND', 'PICTURE_UNREADABLE']).toContain(result.error.code)
    },
  )
})

describe('wrong requests', () => {
  it.each(['', 'constructor', '__proto__', 'chat', 'chat.open ', 'CHAT.OPEN', 'session.token'])('%j is unknown', async (name) => {
    for (const edition of editions)
      expect(await ask(edition, name, {})).toMatchObject({ ok: false, error: { code: 'HOST_REQUEST_UNKNOWN' } })
  })

  const editionOf = (name: HostRequestName): Edition => hostRequests[name].editions[0] ?? 'taxpayer'
  it.each(names)('%s takes nothing but an object of its own parameters', async (name) => {
    const right = rightParams[name]
    const optional = ['settings.set', 'favourites.search'].includes(name)
    const wrong: unknown[] = [
      undefined,
      null,
      7,
      'text',
      [],
      ...(optional ? [] : Object.keys(right).map((field) => ({ ...right, [field]: undefined }))),
    ]
    wrong.push(
      // An empty list may be as right as one that is not.
      ...Object.entries(right).flatMap(([field, value]) =>
        [7.5, ...(Array.isArray(value) ? [] : [[]]), ...(field === 'query' ? [] : [{}])].map((wrongValue) => ({
          ...right,
          [field]: wrongValue,
        })),
      ),
    )
    for (const params of wrong) {
      const result = await ask(editionOf(name), name, params)
      expect(result, JSON.stringify(params)).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } })
    }
  })

  it.each(['http://www.chinatax.gov.cn', 'javascript:alert(1)', 'file:///etc/passwd', ' https://x', 'HTTPS://x'])(
    'a link to %s is not opened',
    async (url) => {
      expect(await ask('taxpayer', 'shell.openLink', { url })).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } })
    },
  )
})

describe('signing in', () => {
  it('of the other side’s people is refused with the reason', async () => {
    for (const [edition, account] of [
      ['taxpayer', 'zx001'],
      ['console', 'nsr001'],
    ] as const) {
      expect(await ask(edition, 'session.signIn', { account, password: DEMO_PASSWORD })).toMatchObject({
        ok: false,
        error: { code: 'EDITION_FORBIDDEN' },
      })
      expect(await hosts[edition].ask('session.get', {})).toMatchObject({ status: 'signed-out' })
    }
  })

  it('never shows a window a token', async () => {
    const host = hosts.taxpayer
    const signed = await host.ask('session.signIn', { account: ' nsr001 ', password: DEMO_PASSWORD })
    await host.online()
    const told = [
      signed,
      await host.ask('session.get', {}),
      await host.ask('connection.get', {}),
      await host.heard('session.changed', ({ status }) => status === 'signed-in'),
    ]
    expect(JSON.stringify(told)).not.toMatch(/token|eyJ/i)
    expect(signed).toMatchObject({ status: 'signed-in', person: { id: 'nsr001' } })
  })

  it('the texts a window may not send are refused by code', async () => {
    for (const [text, code] of [
      ['  ', 'MESSAGE_EMPTY'],
      ['税'.repeat(2_001), 'MESSAGE_TOO_LONG'],
      ['税'.repeat(20_001), 'REQUEST_INVALID'],
    ]) {
      expect(await ask('taxpayer', 'chat.send', { conversationId: null, text })).toMatchObject({ ok: false, error: { code } })
    }
    expect(await hosts.taxpayer.ask('chat.open', {})).toMatchObject({ messages: [] })
  })

  it('settings are kept, and only those there are', async () => {
    expect(await hosts.taxpayer.ask('settings.set', { fontStep: 2 })).toEqual({
      theme: 'dark',
      fontStep: 2,
      desktopNotes: true,
      desktopSounds: true,
    })
    expect(await ask('taxpayer', 'settings.set', { fontStep: 9 })).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } })
    await hosts.taxpayer.reopen()
    expect(await hosts.taxpayer.ask('settings.get', {})).toEqual({ theme: 'dark', fontStep: 2, desktopNotes: true, desktopSounds: true })
    expect(await hosts.taxpayer.ask('session.get', {})).toMatchObject({ status: 'signed-in' })
  })
})
