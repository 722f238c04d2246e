// A person's local store in a file of its own, and conversations and messages to put into it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { Author, Message, MessageBody } from '@zhengna/contract/domain/message.ts'
import type { Answer } from '@zhengna/contract/domain/answer.ts'
import type { Notice } from '@zhengna/contract/domain/notice.ts'
import type { ConversationId, MessageId, NoticeId } from '@zhengna/contract/ids.ts'
import { personMigrations } from '../../src-main/host/cache/migrations.ts'
import { openSqlite } from '../../src-main/host/cache/open-sqlite.ts'
import { createPersonStore, type PersonStore } from '../../src-main/host/cache/person-store.ts'
import type { NewOutgoing } from '../../src-main/host/cache/outbox-store.ts'
import { newConversationId, newMessageId } from './raw-line.ts'
import { uuidv7 } from 'uuidv7'
import { temporaryFolder } from './server.ts'

export const storeKey = new Uint8Array(32).fill(7)

export interface StoreStand {
  readonly file: string
  store(): PersonStore
  /** Closes the file and opens it again, as after a restart. */
  reopen(): PersonStore
  remove(): void
}

export function openStoreStand(own: 'taxpayer' | 'agent' = 'taxpayer'): StoreStand {
  const folder = temporaryFolder('store')
  const file = join(folder, 'person.db')
  const open = () => {
    const db = openSqlite(file, storeKey, personMigrations)
    return { db, store: createPersonStore(db, own) }
  }
  let opened = open()
  return {
    file,
    store: () => opened.store,
    reopen() {
      opened.db.close()
      opened = open()
      return opened.store
    },
    remove() {
      opened.db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function aConversation(change: Partial<Conversation> = {}): Conversation {
  return {
    id: newConversationId(),
    ordinal: 1,
    taxpayerId: 'nsr001' as never,
    officeId: 'demo-office-1' as never,
    skillGroupId: 'general' as never,
    stage: 'bot',
    revision: 0,
    lastSeq: 0,
    taxpayerReadSeq: 0,
    officeReadSeq: 0,
    isTransferring: false,
    agentAwaySince: null,
    agent: null,
    handOverReason: null,
    openedAt: 1,
    servedAt: null,
    endedAt: null,
    endedBy: null,
    rating: { state: 'none' },
    ...change,
  }
}

export const aMessage = (
  conversationId: ConversationId,
  seq: number,
  change: { id?: MessageId; author?: Author; body?: MessageBody } = {},
): Message => ({
  id: newMessageId(),
  conversationId,
  seq,
  author: 'taxpayer',
  authorId: null,
  at: 1_000 + seq,
  body: { kind: 'text', text: `第${seq}句` },
  ...change,
})

export const anAnswer = (markdown = '答'): Answer => ({
  decision: 'answer',
  question: '问',
  parts: [{ type: 'text', markdown }],
  papers: null,
  options: [],
  offersPerson: false,
  offline: false,
})

export const anOutgoing = (text: string, change: Partial<NewOutgoing> = {}): NewOutgoing => ({
  id: newMessageId(),
  conversationId: null,
  body: { kind: 'text', text },
  articleId: null,
  origin: null,
  at: 5_000,
  ...change,
})

/** Made after all before it. */
export const aNotice = (title: string, change: Partial<Notice> = {}): Notice => ({
  id: uuidv7() as NoticeId,
  kind: 'info',
  subject: 'answer-corrected',
  title,
  text: title,
  link: null,
  at: 1_000,
  readAt: null,
  withdrawnAt: null,
  ...change,
})
