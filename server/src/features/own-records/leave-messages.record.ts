import { leaveMessageStateLabels, leaveMessageTypeLabels, type LeaveMessageState } from '@zhengna/contract/domain/leave-message.ts'
import { latestLeaveMessages } from '../leave-messages/index.ts'
import type { Found, LookUp } from './look-up.ts'
import { momentInWords } from './wording.ts'

/** The rest is in 我的留言. */
const SHOWN_MAX = 3
/** What is to be done, where it is the asker's to do. */
const due: Partial<Record<LeaveMessageState, string>> = { asked: '，请补充说明或材料' }

export async function readLeaveMessages({ db, now, asker }: LookUp): Promise<Found> {
  const { rows, total } = await latestLeaveMessages(db, asker.personId, SHOWN_MAX)
  if (total === 0) return { text: '您还没有留言。需要留言时，请点击输入框上方的【留言】。' }
  const lines = rows.map(({ number, type, state, changed_at }) => {
    const standing = `${leaveMessageStateLabels[state]}${due[state] ?? ''}`
    return `- ${number}（${leaveMessageTypeLabels[type]}）：${standing}（${momentInWords(changed_at, now)}）`
  })
  return {
    text: `您有 ${total} 条留言${total > rows.length ? '，最近的几条' : ''}：\n\n${lines.join('\n')}\n\n详情见个人中心的「我的留言」。`,
  }
}
