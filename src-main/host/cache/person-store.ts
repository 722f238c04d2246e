// One person's data on this machine. Every method is one transaction; all are called from the cache's worker.
import type { Database } from 'better-sqlite3-multiple-ciphers'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { Person } from '@zhengna/contract/domain/person.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { createFavouriteStore, type FavouriteStore } from './favourite-store.ts'
import { createAttachmentStore, type AttachmentStore } from './attachment-store.ts'
import { createFormDraftStore, type FormDraftStore } from './form-draft-store.ts'
import { createGuideStore, type GuideStore } from './guide-store.ts'
import { createMessageStore, type MessageStore } from './message-store.ts'
import { createNoticeStore, type NoticeStore } from './notice-store.ts'
import { createOutboxStore, type OutboxStore } from './outbox-store.ts'
import { createRecordStore, type RecordStore } from './record-store.ts'
import { createSearchStore, type SearchStore } from './search-store.ts'
import { createStreamStore, type StreamStore } from './stream-store.ts'
import { createVoteStore, type VoteStore } from './vote-store.ts'
import { newer } from './rows.ts'

export interface ConversationStore {
  /** Keeps the newer of the two copies and returns it, with how far its messages are here. */
  saveConversation(came: Conversation): { conversation: Conversation; syncedSeq: number }
  conversation(id: ConversationId): { conversation: Conversation; syncedSeq: number } | null
  /** Highest ordinal first. */
  latestConversation(): Conversation | null
  oldestOrdinal(): number | null
  conversations(limit: number): Conversation[]
  savePerson(person: Person): void
  person(id: string): Person | null
  draft(key: string): string
  saveDraft(key: string, text: string, at: number): void
  mark(name: string): string | null
  setMark(name: string, value: string): void
}

export interface PersonStore
  extends
    ConversationStore,
    MessageStore,
    OutboxStore,
    StreamStore,
    SearchStore,
    VoteStore,
    GuideStore,
    NoticeStore,
    RecordStore,
    FormDraftStore,
    AttachmentStore,
    FavouriteStore {}

export function createPersonStore(db: Database, own: 'taxpayer' | 'agent'): PersonStore {
  return {
    ...createConversationStore(db),
    ...createMessageStore(db, own),
    ...createOutboxStore(db, own),
    ...createStreamStore(db, own),
    ...createSearchStore(db),
    ...createVoteStore(db, own),
    ...createGuideStore(db, own),
    ...createNoticeStore(db),
    ...createRecordStore(db),
    ...createFormDraftStore(db),
    ...createAttachmentStore(db),
    ...createFavouriteStore(db),
  }
}

interface ConversationRow {
  content: string
  synced_seq: number
}

function createConversationStore(db: Database): ConversationStore {
  const one = db.prepare<[string], ConversationRow>('select content, synced_seq from conversations where id = ?')
  const upsert = db.prepare(
    `insert into conversations (id, ordinal, stage, content) values (@id, @ordinal, @stage, @content)
     on conflict (id) do update set ordinal = excluded.ordinal, stage = excluded.stage, content = excluded.content`,
  )
  const latest = db.prepare<[number], ConversationRow>('select content, synced_seq from conversations order by ordinal desc limit ?')
  const oldest = db.prepare<[], { ordinal: number | null }>('select min(ordinal) as ordinal from conversations')
  const text = {
    person: db.prepare<[string], { content: string }>('select content from people where id = ?'),
    draft: db.prepare<[string], { text: string }>('select text from drafts where conversation_id = ?'),
    mark: db.prepare<[string], { value: string }>('select value from marks where name = ?'),
  }
  const savePerson = db.prepare('insert into people (id, content) values (?, ?) on conflict (id) do update set content = excluded.content')
  const saveDraft = db.prepare(
    'insert into drafts (conversation_id, text, at) values (?, ?, ?) on conflict (conversation_id) do update set text = excluded.text, at = excluded.at',
  )
  const dropDraft = db.prepare('delete from drafts where conversation_id = ?')
  const setMark = db.prepare('insert into marks (name, value) values (?, ?) on conflict (name) do update set value = excluded.value')
  const parse = (row: ConversationRow): Conversation => JSON.parse(row.content) as Conversation

  const conversation: ConversationStore['conversation'] = (id) => {
    const row = one.get(id)
    return row ? { conversation: parse(row), syncedSeq: row.synced_seq } : null
  }
  return {
    saveConversation: db.transaction((came: Conversation) => {
      const held = conversation(came.id)
      const kept = newer(held?.conversation ?? null, came)
      upsert.run({ id: kept.id, ordinal: kept.ordinal, stage: kept.stage, content: JSON.stringify(kept) })
      return { conversation: kept, syncedSeq: held?.syncedSeq ?? 0 }
    }),
    conversation,
    latestConversation() {
      const row = latest.get(1)
      return row ? parse(row) : null
    },
    oldestOrdinal: () => oldest.get()?.ordinal ?? null,
    conversations: (limit) => latest.all(limit).map(parse),
    savePerson: (person) => void savePerson.run(person.id, JSON.stringify(person)),
    person(id) {
      const row = text.person.get(id)
      return row ? (JSON.parse(row.content) as Person) : null
    },
    draft: (key) => text.draft.get(key)?.text ?? '',
    saveDraft(key, draft, at) {
      if (draft === '') dropDraft.run(key)
      else saveDraft.run(key, draft, at)
    },
    mark: (name) => text.mark.get(name)?.value ?? null,
    setMark: (name, value) => void setMark.run(name, value),
  }
}
