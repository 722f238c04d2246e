import { expect, it } from 'vitest'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import { aNotice } from '../../../test/support/person-store.ts'
import { matchesNotice } from './notice-filter.ts'

const notice = aNotice('留言已回复', { kind: 'todo', text: '编号 LY1', at: momentOf('2026-12-01', '09:00') })

it('notices are found by kind, by day, by what is unread, and by text in part, alone and together', () => {
  for (const filter of [
    {},
    { kind: 'todo' as const },
    { isUnread: true },
    { from: '2026-12-01', to: '2026-12-01' },
    { text: ' 回复 ' },
    { text: 'ly1' },
    { kind: 'todo' as const, isUnread: true, text: '留言', from: '2026-11-01' },
  ])
    expect(matchesNotice(filter, notice), JSON.stringify(filter)).toBe(true)
  for (const filter of [
    { kind: 'info' as const },
    { isUnread: false },
    { from: '2026-12-02' },
    { to: '2026-11-30' },
    { text: '预约' },
    { kind: 'todo' as const, text: '预约' },
  ])
    expect(matchesNotice(filter, notice), JSON.stringify(filter)).toBe(false)
})
