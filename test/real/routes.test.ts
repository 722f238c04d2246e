// Every route of the contract with every caller and every kind of wrong body.
import { watchRegisteredRoutes, type RegisteredRoute } from '../support/registered-routes.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { catalogue } from '@zhengna/contract/errors.ts'
import { roles, type Role } from '@zhengna/contract/domain/person.ts'
import { routes, type RouteName } from '@zhengna/contract/http/index.ts'
import { mayCall, type Route } from '@zhengna/contract/http/route.ts'
import { appointmentBodies, appointmentCalls } from '../support/appointments-calls.ts'
import { accountBodies, administratorsCalls } from '../support/administrators-calls.ts'
import { confirmationSheetBodies, confirmationSheetCalls } from '../support/confirmation-sheet-calls.ts'
import { guardCalls, guardedWord } from '../support/guard-calls.ts'
import { attachmentCalls, newUpload, piece } from '../support/attachment-calls.ts'
import { content, editorsCalls, noRevision } from '../support/editors-calls.ts'
import { expiredToken, garbageTokens } from '../support/forged-tokens.ts'
import { harassmentBodies, harassmentCalls } from '../support/harassment-calls.ts'
import { leaveMessageBodies, leaveMessageCalls } from '../support/leave-message-calls.ts'
import { noPush, pushBodies, pushCalls, taxpayerTagCalls } from '../support/push-calls.ts'
import { accountOf, callRoute, signIn, type RawCall } from '../support/raw-api.ts'
import { DEMO_PASSWORD, startTestServer, type TestServer } from '../support/server.ts'
import { supervisionBodies, supervisionCalls } from '../support/supervision-calls.ts'
import { watchStore, type StoreWatch } from '../support/store-digest.ts'

const registered = watchRegisteredRoutes()
let server: TestServer
let store: StoreWatch
const tokens = {} as Record<Role, string>

beforeAll(async () => {
  server = await startTestServer()
  store = watchStore(server.dataDir)
  for (const role of roles) tokens[role] = (await signIn(server.url, accountOf[role])).accessToken
})
afterAll(async () => {
  store.close()
  await server.remove()
  registered.stop()
})

const names = Object.keys(routes) as RouteName[]
const ofNobody = { conversationId: uuidv7(), messageId: uuidv7(), noticeId: uuidv7() }
/** What each route needs to get past its schema. */
const rightCalls: Record<RouteName, () => RawCall | Promise<RawCall>> = {
  claimAccount: () => ({ body: { account: 'nsr002', password: DEMO_PASSWORD, newPassword: 'Zhengna@2027', edition: 'taxpayer' } }),
  signIn: () => ({ body: { account: 'nsr002', password: DEMO_PASSWORD, edition: 'taxpayer' } }),
  renewSession: async () => ({ body: { refreshToken: (await signIn(server.url, 'nsr002')).refreshToken } }),
  signOut: () => ({}),
  whoAmI: () => ({}),
  listConversations: () => ({ query: { limit: 5 } }),
  getConversation: () => ({ params: ofNobody }),
  listMessages: () => ({ params: ofNobody }),
  retractMessage: () => ({ params: ofNobody }),
  getHandOff: () => ({ params: ofNobody }),
  listTransferTargets: () => ({ params: ofNobody }),
  askTransfer: () => ({ params: ofNobody, body: { to: { kind: 'group', groupId: 'general' }, note: '请接' } }),
  acceptTransfer: () => ({ params: { transferId: uuidv7() } }),
  declineTransfer: () => ({ params: { transferId: uuidv7() }, body: { reason: '' } }),
  cancelTransfer: () => ({ params: { transferId: uuidv7() } }),
  handOver: () => ({ body: { reason: 'button' } }),
  endConversation: () => ({ params: ofNobody }),
  rateConversation: () => ({ params: ofNobody, body: { outcome: 'solved', remark: '' } }),
  myPlace: () => ({}),
  cancelQueue: () => ({}),
  setCallBack: () => ({ body: { callsBack: true } }),
  answerCall: () => ({}),
  deferCall: () => ({}),
  declineOffer: () => ({ params: { ticketId: uuidv7() } }),
  getQueueTrace: () => ({ params: { ticketId: uuidv7() } }),
  withdrawCall: () => ({ params: { ticketId: uuidv7() } }),
  getBoard: () => ({}),
  takeNext: () => ({ body: { ticketId: null } }),
  setPresence: () => ({ body: { presence: 'busy' } }),
  getSnapshot: () => ({ query: { version: 'x' } }),
  voteOnAnswer: () => ({ params: ofNobody, body: { isUseful: true, reason: null, remark: '' } }),
  listNotices: () => ({ query: { kind: 'todo', limit: 5 } }),
  readNotice: () => ({ params: ofNobody }),
  listFavourites: () => ({ query: { search: '契税', page: 1 } }),
  favouriteChanges: () => ({ query: { after: 0 } }),
  getShortcuts: () => ({}),
  chooseShortcuts: () => ({ body: { ids: ['person'], chosenAt: 1 } }),
  keepFavourite: () => ({ params: ofNobody, body: { toggledAt: 1 } }),
  dropFavourite: () => ({ params: ofNobody, query: { toggledAt: 1 } }),
  ...editorsCalls,
  ...administratorsCalls,
  ...guardCalls,
  ...harassmentCalls,
  ...supervisionCalls,
  ...leaveMessageCalls,
  ...confirmationSheetCalls,
  ...appointmentCalls,
  ...attachmentCalls,
  ...pushCalls,
  ...taxpayerTagCalls,
  getTrends: () => ({}),
  listOffices: () => ({}),
}

describe('who may call', () => {
  const callers = names.flatMap((name) => roles.map((role) => ({ name, role, allowed: mayCall(routes[name].access, role) })))

  it.each(callers.filter(({ allowed }) => allowed))('$role may call $name', async ({ name, role }) => {
    // Signing out ends a session of its own; the others are still to call.
    const token = name === 'signOut' ? (await signIn(server.url, accountOf[role])).accessToken : tokens[role]
    const reply = await callRoute(server.url, routes[name], { ...(await rightCalls[name]()), token })
    expect([401, 403]).not.toContain(reply.status)
    expect(reply.status).toBeLessThan(500)
  })

  it.each(callers.filter(({ allowed }) => !allowed))('$role may not call $name', async ({ name, role }) => {
    const before = store.digest()
    const reply = await callRoute(server.url, routes[name], { ...(await rightCalls[name]()), token: tokens[role] })
    expect(reply).toMatchObject({ status: 403, code: 'FORBIDDEN', message: catalogue.FORBIDDEN.message })
    expect(store.digest()).toBe(before)
  })

  const guarded = names.filter((name) => routes[name].access !== 'public')
  it.each(guarded)('nobody calls %s without signing in', async (name) => {
    const call = await rightCalls[name]()
    for (const authorization of [undefined, 'Bearer', 'Bearer ', `Basic ${tokens.admin}`, tokens.admin]) {
      const reply = await callRoute(server.url, routes[name], { ...call, ...(authorization !== undefined && { authorization }) })
      expect(reply).toMatchObject({ status: 401, code: 'AUTH_REQUIRED' })
    }
  })
  it.each(guarded)('%s tells an expired token from a wrong one', async (name) => {
    const call = await rightCalls[name]()
    expect(await callRoute(server.url, routes[name], { ...call, token: await expiredToken('taxpayer') })).toMatchObject({
      status: 401,
      code: 'TOKEN_EXPIRED',
    })
    for (const [kind, token] of Object.entries(await garbageTokens(tokens.taxpayer))) {
      expect(await callRoute(server.url, routes[name], { ...call, token }), kind).toMatchObject({ status: 401, code: 'AUTH_REQUIRED' })
    }
  })
  it('a stranger learns nothing of what a guarded route takes', async () => {
    const reply = await callRoute(server.url, routes.handOver, { text: '{' })
    expect(reply.code).toBe('AUTH_REQUIRED')
  })
})

/** A caller who may, so that only the body is wrong. */
const callerOf = (name: RouteName): Role | null =>
  roles.find((role) => mayCall(routes[name].access, role) && routes[name].access !== 'public') ?? null

interface WrongBody {
  readonly kind: string
  readonly call: Pick<RawCall, 'body' | 'text'>
}

/** Every way to be wrong that the right body offers. */
function wrongBodies(right: Readonly<Record<string, unknown>>): WrongBody[] {
  const fields = Object.keys(right)
  const wrongValues = [12_345, true, [], ['button'], {}, '', '\u0000']
  return [
    ...fields.map((field) => ({ kind: `${field} missing`, call: { body: { ...right, [field]: undefined } } })),
    ...fields.flatMap((field) =>
      wrongValues
        .filter((value) => !isFreeText(field, value, right[field]) && !isRightToo(field, value) && value !== right[field])
        .map((value) => ({ kind: `${field} = ${JSON.stringify(value)}`, call: { body: { ...right, [field]: value } } })),
    ),
    { kind: 'an extra field', call: { body: { ...right, isAdmin: true } } },
    ...[null, [], [right], 'text', 7].map((body) => ({
      kind: `${JSON.stringify(body).slice(0, 12)} instead of an object`,
      call: { body },
    })),
    { kind: 'nothing', call: { text: '' } },
    { kind: 'half a JSON', call: { text: '{"' } },
    { kind: 'a prototype', call: { text: JSON.stringify({ ...right }).replace('{', '{"__proto__":{"role":"admin"},') } },
  ]
}
/** Any text is a right account, password, token or remark as far as its form goes. */
const isFreeText = (field: string, value: unknown, right: unknown): boolean =>
  typeof value === 'string' &&
  ([
    'account',
    'password',
    'newPassword',
    'refreshToken',
    'remark',
    'changeNote',
    'summary',
    'query',
    'text',
    'replacement',
    'title',
    'matter',
    'phone',
    'note',
  ].includes(field) ||
    // A 留言’s; an article’s is an object.
    (field === 'content' && typeof right === 'string') ||
    (field === 'reason' && value !== ''))
/** What a field may be besides the right value. */
const isRightToo = (field: string, value: unknown): boolean =>
  (['elsewhere', 'audiences', 'attachmentIds', 'shifts', 'materials'].includes(field) && Array.isArray(value) && value.length === 0) ||
  (['articleIds', 'ids'].includes(field) && Array.isArray(value) && value.every((id) => typeof id === 'string')) ||
  (field === 'names' && Array.isArray(value) && value.length === 1) ||
  ([
    'lock',
    'publishAt',
    'dueInMinutes',
    'startsAt',
    'sizeBytes',
    'offset',
    'at',
    'startedAt',
    'endedAt',
    'toggledAt',
    'chosenAt',
    'round',
    'revision',
    'minutes',
  ].includes(field) &&
    typeof value === 'number') ||
  // A setting is a number or a text; which of them is in its definition.
  (field === 'value' && ['number', 'string'].includes(typeof value)) ||
  (['isSubstantive', 'isWrong', 'withOpen', 'isCertain', 'isTrial', 'isWorking', 'isAwaited', 'callsBack', 'isDisabled'].includes(field) &&
    typeof value === 'boolean')

describe('wrong bodies', () => {
  const bodied: [RouteName, Record<string, unknown>][] = [
    ['signIn', { account: 'nsr001', password: 'wrong', edition: 'taxpayer' }],
    ['renewSession', { refreshToken: 'x' }],
    ['handOver', { reason: 'button' }],
    ['rateConversation', { outcome: 'solved', remark: '' }],
    ['askTransfer', { to: { kind: 'group', groupId: 'general' }, note: '请接' }],
    ['declineTransfer', { reason: '' }],
    ['takeNext', { ticketId: null }],
    ['setPresence', { presence: 'idle' }],
    ['setCallBack', { callsBack: true }],
    ['voteOnAnswer', { isUseful: false, reason: 'wrong', remark: '' }],
    ['keepFavourite', { toggledAt: 1 }],
    ['chooseShortcuts', { ids: ['person'], chosenAt: 1 }],
    ['createArticle', { content }],
    ['saveRevision', { content, lock: 0 }],
    ['submitRevision', { lock: 0, changeNote: '', isSubstantive: false, publishAt: null }],
    ['withdrawRevision', { lock: 0 }],
    ['returnRevision', { lock: 0, reason: '依据不对' }],
    ['approveRevision', { lock: 0 }],
    ['expireArticle', { reason: '停用', isWrong: false }],
    ['saveTopic', { name: '又一个专题', summary: '' }],
    ['saveConcept', { role: 'matter', names: ['又一个'] }],
    ['saveOtherOffices', { elsewhere: [{ name: '', contact: '', phrases: ['天气'], examples: [] }] }],
    ['uploadAsset', { name: 'a.gif', bytes: 'R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==' }],
    ['draftFromGap', { topicId: 'nowhere' }],
    ['askTestBench', { query: '契税', audiences: [], day: null, withOpen: false }],
    ['runRegression', { articleIds: ['none'] }],
    ['addGuardWord', guardedWord],
    ['saveGuardWord', guardedWord],
    ['importGuardWords', { text: '某个词', category: 'abuse', direction: 'both', isTrial: true }],
    ['saveGuardPolicy', { action: 'mask', replacement: '' }],
    ['tryGuard', { text: '您好', direction: 'in' }],
    ['importArticles', { bytes: 'bm90aGluZw==', isTrial: true }],
    ['changeSetting', { value: 3 }],
    ...accountBodies,
    ...harassmentBodies,
    ...supervisionBodies,
    ...leaveMessageBodies,
    ...pushBodies,
    ...confirmationSheetBodies,
    ...(Object.entries(appointmentBodies) as [RouteName, Record<string, unknown>][]),
    ['beginAttachment', newUpload],
    ['putAttachmentPiece', piece],
  ]
  /** The route’s own address, as right as its body is wrong: of nobody’s conversation, article, topic or concept. */
  const params = {
    ...ofNobody,
    ...noRevision,
    ...noPush,
    tag: '无人',
    topicId: 'none',
    conceptId: 'none',
    gapId: uuidv7(),
    leaveMessageId: uuidv7(),
    workOrderId: uuidv7(),
    sheetId: uuidv7(),
    place: '1',
    templateId: 'none',
    name: 'answering.suggestions',
    wordId: 'none',
    interceptionId: uuidv7(),
    category: 'abuse',
    appointmentId: uuidv7(),
    day: '2026-11-28',
    officeId: 'none',
    personId: 'none',
    serviceType: 'none',
    attachmentId: uuidv7(),
  }
  let before = ''
  beforeEach(() => {
    before = store.digest()
  })

  it('each route with a body is in this table', () => {
    expect(bodied.map(([name]) => name).sort()).toEqual(names.filter((name) => (routes[name] as Route).body).sort())
  })

  const cases = bodied.flatMap(([name, right]) => wrongBodies(right).map((wrong) => ({ name, ...wrong })))
  it.each(cases)('$name refuses $kind and touches nothing', async ({ name, call }) => {
    const role = callerOf(name)
    const reply = await callRoute(server.url, routes[name], { params, ...call, ...(role && { token: tokens[role] }) })
    expect(reply).toMatchObject({ status: 400, code: 'REQUEST_INVALID' })
    expect(store.digest()).toBe(before)
  })

  it.each(bodied)('%s refuses a body larger than it takes', async (name, right) => {
    const role = callerOf(name)
    const { bodyMaxBytes = 256 * 1024 } = routes[name] as Route
    const reply = await callRoute(server.url, routes[name], {
      params,
      body: { ...right, filler: 'x'.repeat(bodyMaxBytes) },
      ...(role && { token: tokens[role] }),
    })
    expect(reply).toMatchObject({ status: 413, code: 'FRAME_TOO_LARGE' })
    expect(store.digest()).toBe(before)
  })

  it('a large body is for those alone who may send it', async () => {
    const body = { name: 'a.gif', bytes: 'A'.repeat(8 * 1024 * 1024) }
    expect(await callRoute(server.url, routes.uploadAsset, { body, token: tokens.taxpayer })).toMatchObject({ status: 403 })
    expect(await callRoute(server.url, routes.uploadAsset, { body, token: tokens.editor })).toMatchObject({ code: 'ASSET_TYPE_REFUSED' })
  })

  it('texts past their limits are refused', async () => {
    const long = await callRoute(server.url, routes.signIn, { body: { account: 'a'.repeat(65), password: 'x', edition: 'taxpayer' } })
    const empty = await callRoute(server.url, routes.signIn, { body: { account: '', password: 'x', edition: 'taxpayer' } })
    const remark = await callRoute(server.url, routes.rateConversation, {
      token: tokens.taxpayer,
      params: ofNobody,
      body: { outcome: 'solved', remark: '好'.repeat(501) },
    })
    const vote = await callRoute(server.url, routes.voteOnAnswer, {
      token: tokens.taxpayer,
      params: ofNobody,
      body: { isUseful: false, reason: 'other', remark: '错'.repeat(501) },
    })
    for (const reply of [long, empty, remark, vote]) expect(reply.code).toBe('REQUEST_INVALID')
  })

  it('a refusal does not echo what was sent', async () => {
    const reply = await callRoute(server.url, routes.handOver, { token: tokens.taxpayer, body: { reason: '<script>秘密</script>' } })
    expect(JSON.stringify(reply.body)).not.toContain('秘密')
  })
})

describe('wrong addresses', () => {
  const parametered = names.filter((name) => routes[name].path.includes(':'))
  const slug = ['A', '-a', 'a b', '../me', 'a'.repeat(64), `a'--`, '条目']
  const wrongParams: Record<string, readonly string[]> = {
    appointmentId: ['1', 'null', '../me', uuidv7().toUpperCase()],
    interceptionId: ['1', 'null', '../me', uuidv7().toUpperCase()],
    day: ['today', '2026-13-01', '2026-1-1', '../me'],
    officeId: slug,
    serviceType: slug,
    templateId: slug,
    sheetId: ['1', 'null', '../me', uuidv7().toUpperCase(), `${uuidv7()}'--`],
    place: ['0', '100', '-1', '1.5', 'one', '../me'],
    startedAt: ['1.5', 'one', '1e400'],
    ticketId: ['1', 'null', '../me', uuidv7().toUpperCase(), `${uuidv7()}'--`],
    transferId: ['1', 'null', '../me', uuidv7().toUpperCase(), `${uuidv7()}'--`],
    conversationId: ['1', 'null', '../me', uuidv7().toUpperCase(), '0190f5fe-0000-4000-8000-000000000000', `${uuidv7()}'--`],
    messageId: ['1', 'null', '../me', uuidv7().toUpperCase()],
    noticeId: ['1', 'null', '../me', uuidv7().toUpperCase()],
    attachmentId: ['1', 'null', '../me', uuidv7().toUpperCase(), `${uuidv7()}'--`],
    gapId: ['1', 'null', '../me', uuidv7().toUpperCase(), `${uuidv7()}'--`],
    leaveMessageId: ['1', 'null', '../me', uuidv7().toUpperCase(), `${uuidv7()}'--`],
    pushId: ['1', 'null', '../me', uuidv7().toUpperCase(), `${uuidv7()}'--`],
    workOrderId: ['1', 'null', '../me', uuidv7().toUpperCase(), `${uuidv7()}'--`],
    articleId: slug,
    topicId: slug,
    conceptId: slug,
    name: ['none', 'answering', 'answering.suggestions ', '__proto__', 'constructor', '../me'],
    wordId: slug,
    personId: slug,
    tag: [' ', ' 无人', '无人 ', '签'.repeat(21)],
    category: ['insult', 'ABUSE', '../me', ''],
    version: ['0', '-1', '1.5', 'one', '1e400'],
    smsId: ['0', '-1', '1.5', 'one', '1e400'],
  }
  const wrongAddresses = parametered.flatMap((name) =>
    [...routes[name].path.matchAll(/:(\w+)/g)].map(([, param = '']) => ({ name, param })),
  )
  it.each(wrongAddresses)('$name takes only what is a $param', async ({ name, param }) => {
    const right = await rightCalls[name]()
    const role = callerOf(name)
    for (const wrong of wrongParams[param] ?? []) {
      const reply = await callRoute(server.url, routes[name], {
        ...right,
        params: { ...right.params, [param]: wrong },
        ...(role && { token: tokens[role] }),
      })
      expect(reply, wrong).toMatchObject({ status: 400, code: 'REQUEST_INVALID' })
    }
  })
  it('each parameter has wrong values in this table', () => {
    expect([...new Set(wrongAddresses.map(({ param }) => param))].filter((param) => !wrongParams[param])).toEqual([])
  })

  it.each([
    ['listConversations', { limit: 0 }],
    ['listConversations', { limit: 51 }],
    ['listConversations', { limit: 'many' }],
    ['listConversations', { beforeOrdinal: -1 }],
    ['listMessages', { afterSeq: -1 }],
    ['listMessages', { limit: 201 }],
    ['listMessages', { limit: 1.5 }],
    ['listNotices', { limit: 101 }],
    ['listNotices', { kind: 'spam' }],
    ['listNotices', { before: 'yesterday' }],
    ['listNotices', { withdrawnSince: -1 }],
    ['listPushes', { state: 'gone' }],
    ['listPushes', { pageSize: 7 }],
    ['listFavourites', { page: 0 }],
    ['listFavourites', { pageSize: 7 }],
    ['listFavourites', { search: '契'.repeat(101) }],
    ['favouriteChanges', { after: -1 }],
    ['dropFavourite', { toggledAt: 'yesterday' }],
    ['getSnapshot', { version: 'v'.repeat(81) }],
    ['listArticles', { limit: 201 }],
    ['listArticles', { limit: 0 }],
    ['listArticles', { offset: -1 }],
    ['listArticles', { offset: '1e400' }],
    ['listArticles', { state: 'gone' }],
    ['listArticles', { topicId: 'A' }],
    ['listArticles', { text: 'x'.repeat(101) }],
    ['listGaps', { from: '2026-11-16' }],
    ['listGaps', { from: '2026-11-16', to: 'today' }],
    ['listGaps', { from: '2026-13-01', to: '2026-13-02' }],
    ['listGaps', { from: '2026-11-16', to: '2026-11-22', state: 'unknown' }],
  ] as [RouteName, Record<string, string | number>][])('%s refuses %j', async (name, query) => {
    const reply = await callRoute(server.url, routes[name], { token: tokens[callerOf(name) ?? 'taxpayer'], params: ofNobody, query })
    expect(reply).toMatchObject({ status: 400, code: 'REQUEST_INVALID' })
  })

  it('what does not exist says so in our own shape', async () => {
    for (const path of [
      '/api/nothing',
      '/api/conversations/%E0%A4%A',
      '/',
      '/api/knowledge/assets/none.png',
      '/api/knowledge/assets/..%2f..%2fpackage.json',
    ]) {
      const response = await fetch(new URL(path, server.url))
      expect(response.status, path).toBeGreaterThanOrEqual(400)
      expect(response.status, path).toBeLessThan(500)
      expect(await response.json(), path).toMatchObject({
        error: { code: expect.stringMatching(/^(NOT_FOUND|REQUEST_INVALID)$/) as string },
      })
    }
  })
})

describe('what is registered', () => {
  const openApiPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

  it('is exactly the contract, and the documented extras', () => {
    const extras = [
      'GET /api/health',
      'GET /api/knowledge/assets/:name',
      'GET /api/attachments/:attachmentId/content',
      'GET /api/attachments/:attachmentId/display',
    ]
    const expected = [...names.map((name) => `${routes[name].method} ${routes[name].path}`), ...extras]
    const ours = (route: RegisteredRoute): boolean =>
      route.url.startsWith('/api/') && !route.url.startsWith('/api/docs') && route.method !== 'HEAD'
    const found = registered.routes.filter(ours).map(({ method, url }) => `${method} ${url}`)
    expect(found.sort()).toEqual(expected.sort())
  })

  it('stands in the API document with its summary, tag and access', () => {
    const { paths } = server.openApi() as {
      paths: Record<string, Record<string, { summary: string; tags: string[]; security?: object[] }>>
    }
    for (const name of names) {
      const { method, path, summary, tag, access } = routes[name]
      const documented = paths[openApiPath(path)]?.[method.toLowerCase()]
      expect(documented, name).toMatchObject({ summary, tags: [tag] })
      expect(documented?.security ?? [], name).toHaveLength(access === 'public' ? 0 : 1)
    }
    const count = Object.values(paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0)
    expect(count).toBe(names.length)
  })
})
