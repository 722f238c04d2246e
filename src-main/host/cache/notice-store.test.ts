// Notices on this machine: order, counts, and what the server is still to be told.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aNotice, openStoreStand, type StoreStand } from '../../../test/support/person-store.ts'
import type { PersonStore } from './person-store.ts'

let stand: StoreStand
let store: PersonStore
beforeEach(() => {
  stand = openStoreStand()
  store = stand.store()
})
afterEach(() => stand.remove())

const titles = (...page: Parameters<PersonStore['noticePage']>): string[] => store.noticePage(...page).map(({ title }) => title)

it('come newest first by kind, and before the one given', () => {
  const [one, two, three] = [aNotice('一'), aNotice('二'), aNotice('三')]
  const todo = aNotice('待办', { kind: 'todo' })
  store.saveNotices([three, todo, one, two])
  expect(titles('info', null, 10)).toEqual(['三', '二', '一'])
  expect(titles('info', null, 2)).toEqual(['三', '二'])
  expect(titles('info', two.id, 10)).toEqual(['一'])
  expect(titles('todo', null, 10)).toEqual(['待办'])
  expect(store.oldestNotice()).toBe(one.id)
})

it('saving says which were not held before', () => {
  const [one, two] = [aNotice('一'), aNotice('二')]
  expect(store.saveNotices([one])).toEqual([one.id])
  expect(store.saveNotices([two, one])).toEqual([two.id])
})

it('stand as nothing where there are none', () => {
  expect(store.noticeStanding()).toEqual({ newest: null, unread: { todo: 0, info: 0 } })
  expect(store.oldestNotice()).toBeNull()
})

describe('one read here', () => {
  const notice = aNotice('更正')
  beforeEach(() => void store.saveNotices([notice, aNotice('待办', { kind: 'todo' })]))

  it('counts as read here and, until the server knows, as unread there', () => {
    expect(store.markNoticeRead(notice.id, 7)).toMatchObject({ id: notice.id, readAt: 7 })
    expect(store.unreadNotices()).toEqual({ todo: 1, info: 0 })
    expect(store.noticeStanding().unread).toEqual({ todo: 1, info: 1 })
    expect(store.untoldNotices()).toEqual([notice.id])
  })

  it('is read once', () => {
    store.markNoticeRead(notice.id, 7)
    expect(store.markNoticeRead(notice.id, 8)).toBeNull()
    expect(store.notice(notice.id)?.readAt).toBe(7)
  })

  it('stays read when an older copy comes, and after a restart', () => {
    store.markNoticeRead(notice.id, 7)
    store.saveNotices([notice])
    store = stand.reopen()
    expect(store.notice(notice.id)?.readAt).toBe(7)
    expect(store.untoldNotices()).toEqual([notice.id])
  })

  it('is told once the server’s own copy says so, or has no such notice', () => {
    store.markNoticeRead(notice.id, 7)
    store.saveNotices([{ ...notice, readAt: 9 }])
    expect(store.untoldNotices()).toEqual([])
    expect(store.notice(notice.id)?.readAt).toBe(9)
    const other = aNotice('另一条')
    store.saveNotices([other])
    store.markNoticeRead(other.id, 7)
    store.noticeTold(other.id)
    expect(store.untoldNotices()).toEqual([])
  })
})

describe('one withdrawn', () => {
  const notice = aNotice('推送', { kind: 'todo' })
  const withdrawn = { ...notice, text: '', withdrawnAt: 9 }

  it('is not counted, is not the newest that waits, and cannot be read', () => {
    store.saveNotices([notice])
    expect(store.newestUnread('todo')?.id).toBe(notice.id)
    store.saveNotices([withdrawn])
    expect(store.unreadNotices()).toEqual({ todo: 0, info: 0 })
    expect(store.newestUnread('todo')).toBeNull()
    expect(store.markNoticeRead(notice.id, 10)).toBeNull()
    expect(store.notice(notice.id)).toMatchObject({ text: '', readAt: null, withdrawnAt: 9 })
  })

  it('stays withdrawn when an older copy comes late', () => {
    store.saveNotices([withdrawn])
    store.saveNotices([{ ...notice, readAt: 8 }])
    expect(store.notice(notice.id)).toMatchObject({ text: '', readAt: 8, withdrawnAt: 9 })
  })

  it('after it was read here is not told as read any more', () => {
    store.saveNotices([notice])
    store.markNoticeRead(notice.id, 7)
    store.saveNotices([withdrawn])
    expect(store.untoldNotices()).toEqual([])
    expect(store.noticeStanding().unread).toEqual({ todo: 0, info: 0 })
  })

  it('of a store from before there was such a thing is none', () => {
    const old: Partial<typeof notice> = { ...notice }
    delete old.withdrawnAt
    store.saveNotices([old as typeof notice])
    expect(store.unreadNotices().todo).toBe(1)
    expect(store.notice(notice.id)?.withdrawnAt).toBeNull()
  })
})
