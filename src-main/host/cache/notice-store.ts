// 我的消息 on this machine: from the newest back to where paging has come, and everything that is unread.
import type { Database } from 'better-sqlite3-multiple-ciphers'
import { noneUnread, type Notice, type NoticeKind, type NoticeStanding, type UnreadNotices } from '@zhengna/contract/domain/notice.ts'
import type { NoticeId } from '@zhengna/contract/ids.ts'

export interface NoticeStore {
  /** New or changed ones from the server. Read stays read, whatever the copy says. Returns the ids not held before. */
  saveNotices(came: readonly Notice[]): NoticeId[]
  notice(id: NoticeId): Notice | null
  /** Newest first. */
  noticePage(kind: NoticeKind, before: NoticeId | null, limit: number): Notice[]
  oldestNotice(): NoticeId | null
  /** Newest first. */
  allNotices(): Notice[]
  /** Read here; the server is still to be told. null where there is none, or it was read already. */
  markNoticeRead(id: NoticeId, at: number): Notice | null
  untoldNotices(): NoticeId[]
  /** The server knows of it, or has no such notice. */
  noticeTold(id: NoticeId): void
  unreadNotices(): UnreadNotices
  /** As the server must have it if nothing was missed: what it was not told counts as unread there. */
  noticeStanding(): NoticeStanding
}

interface NoticeRow {
  content: string
  read_at: number | null
}

export function createNoticeStore(db: Database): NoticeStore {
  const exists = db.prepare<[string], { id: string }>('select id from notices where id = ?')
  const upsert = db.prepare(
    `insert into notices (id, kind, content, read_at) values (@id, @kind, @content, @readAt)
     on conflict (id) do update set content = excluded.content, read_at = coalesce(excluded.read_at, read_at),
       is_untold = case when excluded.read_at is null then is_untold else 0 end`,
  )
  const one = db.prepare<[string], NoticeRow>('select content, read_at from notices where id = ?')
  const newestFirst = 'order by id desc limit ?'
  const first = db.prepare<[string, number], NoticeRow>(`select content, read_at from notices where kind = ? ${newestFirst}`)
  const earlier = db.prepare<[string, string, number], NoticeRow>(
    `select content, read_at from notices where kind = ? and id < ? ${newestFirst}`,
  )
  const all = db.prepare<[], NoticeRow>('select content, read_at from notices order by id desc')
  const ends = db.prepare<[], { newest: NoticeId | null; oldest: NoticeId | null }>(
    'select max(id) as newest, min(id) as oldest from notices',
  )
  const markRead = db.prepare('update notices set read_at = ?, is_untold = 1 where id = ? and read_at is null')
  const untold = db.prepare<[], { id: NoticeId }>('select id from notices where is_untold = 1 order by id')
  const told = db.prepare('update notices set is_untold = 0 where id = ?')
  const count = (where: string) =>
    db.prepare<[], { kind: NoticeKind; count: number }>(`select kind, count(*) as count from notices where ${where} group by kind`)
  const unread = count('read_at is null')
  const unreadThere = count('read_at is null or is_untold = 1')
  const totals = (rows: readonly { kind: NoticeKind; count: number }[]): UnreadNotices => ({
    ...noneUnread,
    ...Object.fromEntries(rows.map((row) => [row.kind, row.count])),
  })

  return {
    saveNotices: db.transaction((came: readonly Notice[]) => {
      const fresh = came.filter(({ id }) => !exists.get(id)).map(({ id }) => id)
      for (const notice of came) upsert.run({ id: notice.id, kind: notice.kind, content: JSON.stringify(notice), readAt: notice.readAt })
      return fresh
    }),
    notice: (id) => toNotice(one.get(id)),
    noticePage: (kind, before, limit) =>
      (before ? earlier.all(kind, before, limit) : first.all(kind, limit)).flatMap((row) => toNotice(row) ?? []),
    allNotices: () => all.all().flatMap((row) => toNotice(row) ?? []),
    oldestNotice: () => ends.get()?.oldest ?? null,
    markNoticeRead: db.transaction((id: NoticeId, at: number) => (markRead.run(at, id).changes > 0 ? toNotice(one.get(id)) : null)),
    untoldNotices: () => untold.all().map(({ id }) => id),
    noticeTold: (id) => void told.run(id),
    unreadNotices: () => totals(unread.all()),
    noticeStanding: () => ({ newest: ends.get()?.newest ?? null, unread: totals(unreadThere.all()) }),
  }
}

function toNotice(row: NoticeRow | undefined): Notice | null {
  return row ? { ...(JSON.parse(row.content) as Notice), readAt: row.read_at } : null
}
