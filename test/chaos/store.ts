// The server's store as it is on disk. Opened for the look and closed again: a reader that stays would keep
// the write-ahead log alive over the server's crashes, which is not what happens in the field.
import { join } from 'node:path'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import { openDatabase } from '../../server/src/platform/database/database.ts'
import type { StoredLine } from './rules.ts'

export async function readStore(dataDir: string): Promise<Map<string, StoredLine[]>> {
  const database = await openDatabase(join(dataDir, 'zhengna.db'))
  const rows = await database.reader
    .selectFrom('messages')
    .select(['id', 'conversation_id', 'seq', 'body'])
    .orderBy('conversation_id')
    .orderBy('seq')
    .execute()
  await database.close()
  const conversations = new Map<string, StoredLine[]>()
  for (const { id, conversation_id: conversationId, seq, body } of rows) {
    const parsed = JSON.parse(body) as MessageBody
    const line: StoredLine = { id, conversationId, seq, text: parsed.kind === 'text' ? parsed.text : parsed.kind, failed: false }
    const lines = conversations.get(conversationId)
    if (lines) lines.push(line)
    else conversations.set(conversationId, [line])
  }
  return conversations
}
