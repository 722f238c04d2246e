// 留言 and 预约 on this machine, as they were seen last: what a list said of them, or all of one.
import type { Database } from 'better-sqlite3-multiple-ciphers'

export type RecordKind = 'leave-message' | 'appointment'

/** Either a summary or a whole record; `sortAt` is what its list is ordered by. */
export interface HeldRecord {
  readonly id: string
  readonly sortAt: number
  readonly content: object
}

export interface RecordStore {
  /** As a list says. One that is held whole stays so, with what the list says newly of it. */
  saveListed(kind: RecordKind, records: readonly HeldRecord[], at: number): void
  saveWhole(kind: RecordKind, record: HeldRecord, at: number): void
  /** All that is held, the latest first. */
  records(kind: RecordKind): object[]
  /** null where all of it was never seen. `at`: when it came. */
  wholeRecord(kind: RecordKind, id: string): { content: object; at: number } | null
}

interface RecordRow {
  content: string
  whole_at: number | null
}

export function createRecordStore(db: Database): RecordStore {
  const one = db.prepare<[string, string], RecordRow>('select content, whole_at from records where kind = ? and id = ?')
  const all = db.prepare<[string], { content: string }>('select content from records where kind = ? order by sort_at desc, id desc')
  const upsert = db.prepare(
    `insert into records (kind, id, sort_at, content, listed_at, whole_at) values (@kind, @id, @sortAt, @content, @at, @wholeAt)
     on conflict (kind, id) do update set sort_at = excluded.sort_at, content = excluded.content, listed_at = excluded.listed_at,
       whole_at = coalesce(excluded.whole_at, whole_at)`,
  )
  const parse = ({ content }: { content: string }): object => JSON.parse(content) as object
  const save = (kind: RecordKind, { id, sortAt, content }: HeldRecord, at: number, wholeAt: number | null): void =>
    void upsert.run({ kind, id, sortAt, content: JSON.stringify(content), at, wholeAt })

  return {
    saveListed: db.transaction((kind: RecordKind, records: readonly HeldRecord[], at: number) => {
      for (const record of records) {
        const held = one.get(kind, record.id)
        save(kind, held?.whole_at ? { ...record, content: { ...parse(held), ...record.content } } : record, at, null)
      }
    }),
    saveWhole: (kind, record, at) => save(kind, record, at, at),
    records: (kind) => all.all(kind).map(parse),
    wholeRecord(kind, id) {
      const row = one.get(kind, id)
      return row?.whole_at ? { content: parse(row), at: row.whole_at } : null
    },
  }
}
