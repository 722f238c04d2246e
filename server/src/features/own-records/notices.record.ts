import { noticeKindLabels, noticeKinds } from '@zhengna/contract/domain/notice.ts'
import { countUnread, selectUnread } from '../notices/index.ts'
import type { Found, LookUp } from './look-up.ts'
import { momentInWords, verbatim } from './wording.ts'

/** The rest is in 我的消息. */
const SHOWN_MAX = 3

export async function readNotices({ db, now, asker }: LookUp): Promise<Found> {
  const unread = await countUnread(db, asker.personId)
  const total = unread.todo + unread.info
  if (total === 0) return { text: '您没有未读消息。看过的消息仍在「我的消息」里。', opens: 'notices' }
  const counts = noticeKinds.flatMap((kind) => (unread[kind] > 0 ? `${noticeKindLabels[kind]} ${unread[kind]} 条` : []))
  const newest = await selectUnread(db, asker.personId, SHOWN_MAX)
  const lines = newest.map(({ title, at }) => `- ${verbatim(title)}（${momentInWords(at, now)}）`)
  const more = total > newest.length ? '最近的几条：' : ''
  return { text: `您有 ${total} 条未读消息：${counts.join('，')}。${more}\n\n${lines.join('\n')}`, opens: 'notices' }
}
