// A store of the program before, with rows, opened by this one.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aConversation, aMessage, aNotice, anAnswer, storeKey } from '../../../test/support/person-store.ts'
import { temporaryFolder } from '../../../test/support/server.ts'
import { personMigrations } from './migrations.ts'
import { openSqlite } from './open-sqlite.ts'
import { createPersonStore } from './person-store.ts'

it('0002: what was there stays, and takes votes and notices from now on', () => {
  const folder = temporaryFolder('migrations')
  const file = join(folder, 'person.db')
  const conversation = aConversation()
  const answer = aMessage(conversation.id, 1, {
    author: 'bot',
    body: { kind: 'answer', replyTo: aMessage(conversation.id, 9).id, answer: anAnswer() },
  })

  const before = openSqlite(file, storeKey, personMigrations.slice(0, 1))
  before
    .prepare('insert into conversations (id, ordinal, stage, synced_seq, content) values (?, 1, ?, 1, ?)')
    .run(conversation.id, conversation.stage, JSON.stringify(conversation))
  before
    .prepare(
      `insert into messages (id, conversation_id, sort_ordinal, sort_seq, seq, author, at, body) values (?, ?, 1, 1, 1, 'bot', 5, ?)`,
    )
    .run(answer.id, conversation.id, JSON.stringify(answer.body))
  before.prepare('insert into drafts (conversation_id, text, at) values (?, ?, 1)').run('', '写到一半')
  before.close()

  const db = openSqlite(file, storeKey, personMigrations)
  const store = createPersonStore(db, 'taxpayer')
  expect(store.draft('')).toBe('写到一半')
  expect(store.page(null, 10, true).messages).toMatchObject([{ id: answer.id, vote: null }])
  expect(store.saveVotes([{ messageId: answer.id, vote: { isUseful: true, reason: null } }])).toMatchObject([{ vote: { isUseful: true } }])
  store.saveNotices([aNotice('更正')])
  expect(store.unreadNotices()).toEqual({ todo: 0, info: 1 })
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

it('0004: what waited in the outbox still waits, and nobody has confirmed it', () => {
  const folder = temporaryFolder('migrations')
  const file = join(folder, 'person.db')
  const { id } = aMessage(aConversation().id, 1)
  const before = openSqlite(file, storeKey, personMigrations.slice(0, 3))
  before
    .prepare(
      `insert into messages (id, sort_ordinal, sort_seq, author, at, body, delivery) values (?, 1, 1, 'taxpayer', 5, '{"kind":"text","text":"等着"}', 'pending')`,
    )
    .run(id)
  before.prepare('insert into outbox (id, text) values (?, ?)').run(id, '等着')
  before.close()

  const db = openSqlite(file, storeKey, personMigrations)
  expect(createPersonStore(db, 'taxpayer').pending(0, 10)).toMatchObject([{ id, text: '等着', isConfirmed: false }])
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

it('0005: an answer that was there can be walked from now on', () => {
  const folder = temporaryFolder('migrations')
  const file = join(folder, 'person.db')
  const { id: replyTo } = aMessage(aConversation().id, 1)
  const { id } = aMessage(aConversation().id, 2)
  const steps = ['甲', '乙'].map((title) => ({ title, detail: title }))
  const answer = { ...anAnswer(), parts: [{ type: 'guide', title: '办', steps }] }
  const before = openSqlite(file, storeKey, personMigrations.slice(0, 4))
  before
    .prepare(`insert into messages (id, sort_ordinal, sort_seq, seq, author, at, body) values (?, 1, 1, 1, 'bot', 5, ?)`)
    .run(id, JSON.stringify({ kind: 'answer', replyTo, answer }))
  before.close()

  const db = openSqlite(file, storeKey, personMigrations)
  const store = createPersonStore(db, 'taxpayer')
  expect(store.page(null, 10, true).messages).toMatchObject([{ id, guides: [] }])
  expect(store.markGuide(id, { part: 0, step: 1, isDone: false })).toMatchObject({ guides: [{ step: 1 }] })
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

it('0006: what was there stays, and records and form drafts are kept from now on', () => {
  const folder = temporaryFolder('migrations')
  const file = join(folder, 'person.db')
  const before = openSqlite(file, storeKey, personMigrations.slice(0, 5))
  before.prepare('insert into drafts (conversation_id, text, at) values (?, ?, 1)').run('', '写到一半')
  before.close()

  const db = openSqlite(file, storeKey, personMigrations)
  const store = createPersonStore(db, 'taxpayer')
  expect(store.draft('')).toBe('写到一半')
  expect(store.records('leave-message')).toEqual([])
  expect(store.formDraft('leave-message', 'id', 1)).toEqual({ id: 'id', fields: null })
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

it('0007: files can be chosen from now on, and a draft is still there', () => {
  const folder = temporaryFolder('migrations')
  const file = join(folder, 'person.db')
  const before = openSqlite(file, storeKey, personMigrations.slice(0, 6))
  before.prepare(`insert into drafts (conversation_id, text, at) values ('', '写到一半', 1)`).run()
  before.close()

  const db = openSqlite(file, storeKey, personMigrations)
  const store = createPersonStore(db, 'taxpayer')
  expect(store.draft('')).toBe('写到一半')
  expect(store.attachmentIds()).toEqual([])
  db.close()
  rmSync(folder, { recursive: true, force: true })
})
