// 转接 as rows.
import { sql, type Selectable, type Updateable } from 'kysely'
import { nextTransferState, type AgentTransfers, type Transfer, type TransferEvent } from '@zhengna/contract/domain/transfer.ts'
import type { ConversationId, PersonId, TransferId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { lastWordsOf } from '../conversations/index.ts'

export type TransferRow = Selectable<Schema['transfers']>

/** Written out: an index of the standing ones is of no use to a query whose state is a parameter. */
const isAsked = sql<boolean>`transfers.state = 'asked'`
const standing = (db: Reader) => db.selectFrom('transfers').selectAll('transfers').where(isAsked)

export const askedTransfer = (db: Reader, id: TransferId): Promise<TransferRow | undefined> =>
  standing(db).where('id', '=', id).executeTakeFirst()

export const transferOf = (db: Reader, conversationId: ConversationId): Promise<TransferRow | undefined> =>
  conversationsQuery(db, conversationId).executeTakeFirst()
export const conversationsQuery = (db: Reader, conversationId: ConversationId) => standing(db).where('conversation_id', '=', conversationId)

/** Those that nobody answered in time. */
export const overdueQuery = (db: Reader, now: number) => standing(db).where('ends_at', '<=', now).orderBy('ends_at')

export const askedQuery = (db: Reader, agentId: PersonId) =>
  described(db).where(isAsked).where('transfers.to_agent_id', '=', agentId).orderBy('transfers.at')

/** Of the conversations they serve, the newest first. */
export const sentQuery = (db: Reader, agentId: PersonId) =>
  described(db)
    .where('conversations.agent_id', '=', agentId)
    .where('conversations.stage', '=', 'live')
    .where('transfers.from_agent_id', '=', agentId)
    .orderBy('transfers.at', 'desc')

const described = (db: Reader) =>
  db
    .selectFrom('transfers')
    .innerJoin('conversations', 'conversations.id', 'transfers.conversation_id')
    .innerJoin('people as taxpayer', 'taxpayer.id', 'conversations.taxpayer_id')
    .innerJoin('people as sender', 'sender.id', 'transfers.from_agent_id')
    .innerJoin('people as receiver', 'receiver.id', 'transfers.to_agent_id')
    .leftJoin('skill_groups', 'skill_groups.id', 'transfers.to_group_id')
    .selectAll('transfers')
    .select([
      'taxpayer.name as taxpayerName',
      'sender.agent_number as fromNumber',
      'receiver.agent_number as toNumber',
      'skill_groups.name as groupName',
    ])

type Described = Awaited<ReturnType<ReturnType<typeof described>['execute']>>[number]

export async function describeTransfer(db: Reader, id: TransferId): Promise<Transfer | null> {
  const row = await described(db).where('transfers.id', '=', id).executeTakeFirst()
  return row ? toTransfer(db, row) : null
}

/** What an agent has to do with now. */
export async function transfersOfAgent(db: Reader, agentId: PersonId): Promise<AgentTransfers> {
  const asked = await askedQuery(db, agentId).execute()
  const newest = new Map<ConversationId, Described>()
  for (const row of await sentQuery(db, agentId).execute()) if (!newest.has(row.conversation_id)) newest.set(row.conversation_id, row)
  const all = (rows: Iterable<Described>): Promise<Transfer[]> => Promise.all([...rows].map((row) => toTransfer(db, row)))
  return { asked: await all(asked), sent: await all(newest.values()) }
}

async function toTransfer(db: Reader, row: Described): Promise<Transfer> {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    state: row.state,
    fromId: row.from_agent_id,
    fromNumber: row.fromNumber ?? '',
    toId: row.to_agent_id,
    toNumber: row.toNumber ?? '',
    groupName: row.groupName,
    note: row.note,
    reason: row.reason,
    taxpayerName: row.taxpayerName,
    lastQuestion: await lastWordsOf(db, row.conversation_id),
    endsAt: row.ends_at,
  }
}

/** False where the event does not apply to it, or it is no longer as it was read: somebody else was first. */
export async function moveTransfer(
  trx: Writer,
  transfer: TransferRow,
  event: TransferEvent,
  now: number,
  set: Updateable<Schema['transfers']> = {},
): Promise<boolean> {
  const state = nextTransferState(transfer.state, event)
  if (!state) return false
  const { numUpdatedRows } = await trx
    .updateTable('transfers')
    .set({ ...set, state, ended_at: state === 'asked' ? null : now })
    .where('id', '=', transfer.id)
    .where('state', '=', transfer.state)
    .where('to_agent_id', '=', transfer.to_agent_id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
