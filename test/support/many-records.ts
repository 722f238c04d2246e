// Records by the hundred thousand, made by the store itself in one statement each: SQL that both stores take.

/** Twenty offices; twenty taxpayers who ask much (p0 to p19) and others who ask now and then. */
export const crowd = { offices: 20, taxpayers: 20_000, busy: 20 } as const
/** The first record's moment (1 January 2026 in Beijing), and what lies between one and the next. */
export const firstAt = 1_767_196_800_000
const STEP_MS = 60_000

const numbers = (count: number): string => `with recursive n(i) as (select 0 union all select i + 1 from n where i < ${count - 1})`
/** One record in ten is one of the busy ones'. */
const taxpayer = `'p' || (case when i % 10 = 0 then (i / 10) % ${crowd.busy} else ${crowd.busy} + i % ${crowd.taxpayers - crowd.busy} end)`
/** Whose the record of that number is. */
export const taxpayerOf = (record: number): string =>
  `p${record % 10 === 0 ? Math.floor(record / 10) % crowd.busy : crowd.busy + (record % (crowd.taxpayers - crowd.busy))}`
const office = `'o' || (i % ${crowd.offices})`
const taxpayerName = `'纳税人' || (i % ${crowd.taxpayers})`
const at = `${firstAt} + cast(i as bigint) * ${STEP_MS}`

export const manyPeople = (): string[] => [
  `insert into offices (id, name) ${numbers(crowd.offices)} select 'o' || i, '税务局' || i from n`,
  `insert into people (id, account, password_hash, role, name, office_id, presence) ${numbers(crowd.taxpayers)}
     select 'p' || i, 'p' || i, '', 'taxpayer', '纳税人' || i, ${office}, 'busy' from n`,
]

export const manyLeaveMessages = (count: number): string => `
  insert into leave_messages (id, number, taxpayer_id, taxpayer_name, taxpayer_number, office_id, type, content, state,
                              agent_id, created_at, changed_at, inbox_order, revision) ${numbers(count)}
    select 'm' || i, 'LY' || i, ${taxpayer}, ${taxpayerName}, '9' || i, ${office},
           case i % 3 when 0 then 'consultation' when 1 then 'complaint' else 'other' end,
           '第' || i || '条留言：' || (case i % 7 when 0 then '发票红冲' else '申报期限' end) || '该怎么办理，请问需要哪些材料',
           case i % 11 when 0 then 'waiting' when 1 then 'in-hand' else 'answered' end,
           case i % 11 when 0 then null else 'a' || (i % 40) end, ${at}, ${at}, i, 0 from n`

export const manyWorkOrders = (count: number): string => `
  insert into work_orders (id, number, taxpayer_id, taxpayer_name, taxpayer_number, title, text, state, office_id, assignee_id,
                           opened_by, due_at, created_at, changed_at, desk_order, revision) ${numbers(count)}
    select 'w' || i, 'GD' || i, ${taxpayer}, ${taxpayerName}, '9' || i,
           '第' || i || '件：' || (case i % 7 when 0 then '发票' else '申报' end), '', case i % 101 when 0 then 'open' else 'done' end,
           'o' || ((i / 7) % ${crowd.offices}), 'a' || (i % 40), 'a1', ${at}, ${at}, ${at}, i, 0 from n`

export const manyAppointments = (count: number): string => `
  insert into appointments (id, number, taxpayer_id, office_id, origin, service_type, way, starts_at, matter, state, interaction,
                            is_open, created_at, changed_at, settled_at) ${numbers(count)}
    select 'b' || i, 'YY' || i, ${taxpayer}, ${office}, case i % 4 when 0 then 'invited' else 'own' end,
           case i % 3 when 0 then 'invoice' else 'general' end, case i % 2 when 0 then 'online' else 'phone' end, ${at},
           '第' || i || '次：' || (case i % 7 when 0 then '发票红冲' else '申报期限' end),
           case i % 11 when 0 then 'cancelled' else 'kept' end, case i % 11 when 0 then null else 'done' end,
           0, ${at}, ${at}, ${at} from n`

/** Two of each conversation; one in a hundred waits for its taxpayer. */
export const manySheets = (count: number): string => `
  insert into confirmation_sheets (id, number, origin_kind, origin_id, taxpayer_id, taxpayer_name, taxpayer_number, office_id, sent_by,
                                   matter, state, due_at, created_at, changed_at, desk_order, revision) ${numbers(count)}
    select 's' || i, 'QR' || i, 'conversation', 'c' || (i / 2), ${taxpayer}, ${taxpayerName}, '9' || i, 'o' || ((i / 2) % ${crowd.offices}), 'a1',
           '第' || i || '件：' || (case i % 7 when 0 then '注销' else '变更' end),
           case i % 100 when 0 then 'submitted' when 1 then 'collecting' else 'confirmed' end, ${at}, ${at}, ${at}, i, 0 from n`

/** Places of the queue: nearly all of them closed long ago, with what was offered and foretold. */
export const manyTickets = (count: number): string => `
  insert into tickets (id, conversation_id, taxpayer_id, office_id, skill_group_id, priority, enqueued_at, reason, state, closed_at, seen_at) ${numbers(count)}
    select 't' || i, 'c' || i, ${taxpayer}, 'o' || (i % ${crowd.offices}), 'g' || (i % 3), 10, ${at}, 'button',
           case when i % 1000 = 0 then 'waiting' else 'taken' end, case when i % 1000 = 0 then null else ${at} end, ${at} from n`
export const manyOffers = (count: number): string => `
  insert into ticket_offers (id, ticket_id, agent_id, why, at, ends_at, outcome, ended_at) ${numbers(count)}
    select 'f' || i, 't' || i, 'a' || (i % 400), 'group', ${at}, ${at}, case when i % 1000 = 0 then null else 'accepted' end, ${at} from n`
export const manyEstimates = (count: number): string => `
  insert into wait_estimates (ticket_id, office_id, skill_group_id, at, ahead, is_free, base_ms, low_ms, high_ms, outcome, waited_ms, closed_at) ${numbers(count)}
    select 't' || i, 'o' || (i % ${crowd.offices}), 'g' || (i % 3), ${at}, i % 9, i % 2, 60000, 60000, 120000, 'within', 90000, ${at} from n`
/** One in a thousand is asked for now; of conversations that go on or are over. */
export const manyTransfers = (count: number): string => `
  insert into transfers (id, conversation_id, office_id, from_agent_id, to_agent_id, asked_ids, note, state, at, ends_at) ${numbers(count)}
    select 'x' || i, 'c' || i, 'o' || (i % ${crowd.offices}), 'a' || (i % 40), 'a' || (i % 400), '[]', '请接',
           case when i % 1000 = 0 then 'asked' else 'accepted' end, ${at}, ${at} from n`
/** Nearly all of them ended; a few are live, each of another taxpayer. */
export const manyConversations = (count: number): string => `
  insert into conversations (id, ordinal, taxpayer_id, office_id, skill_group_id, stage, agent_id, opened_at, served_at, ended_at, dialogue) ${numbers(count)}
    select 'c' || i, i, ${taxpayer}, 'o' || (i % ${crowd.offices}), 'g' || (i % 3), case when i % 4000 = 1 then 'live' else 'ended' end,
           'a' || (i % 400), ${at}, case when i % 2 = 0 then ${at} else null end, case when i % 4000 = 1 then null else ${at} end, '{}' from n`

/** Of as many people as there are offices, times a hundred. */
export const manyInterceptions = (count: number): string => `
  insert into interceptions (id, number, at, person_id, office_id, condition, action, until, rule, messages, remark, lifted_at) ${numbers(count)}
    select 'i' || i, 'LJ' || i, ${at}, 'p' || (i % 5000), 'o' || (i % ${crowd.offices}), 'rate', 'warn', null, '{}', '[]', '', null from n`

/** Officers among the taxpayers. */
export const someOfficers = (): string => `
  insert into people (id, account, password_hash, role, name, office_id, presence, agent_number, agent_skill_groups, agent_capacity) ${numbers(300)}
    select 'z' || i, 'zx' || i, '', case when i % 50 = 0 then 'admin' else 'agent' end, '坐席' || i, ${office}, 'busy', '' || (1000 + i), '["general"]', 5 from n`

/** One in a thousand is of a seldom kind. */
export const manyAuditEntries = (count: number): string => `
  insert into audit_entries (seq, at, kind, person_id, name, account, office_name, subject, before, after, previous, hash) ${numbers(count)}
    select i + 1, ${at}, case when i % 1000 = 0 then 'guard-policy' else 'sign-in' end, 'a' || (i % 40), '坐席' || (i % 40), 'zx' || (i % 40),
           '税务局', '', '', '', 'h' || i, 'h' || (i + 1) from n`
