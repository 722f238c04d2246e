import type { NoticePage } from '@zhengna/contract/host/notices.ts'
import { describe, expect, test } from 'vitest'
import { aNotice } from './notice.fixture.ts'
import { emptyPage, withChanges, withOlder } from './notice-pages.ts'

const pageOf = (numbers: number[], hasMore = false): NoticePage => ({ notices: numbers.map((number) => aNotice(number)), hasMore })
const titles = (page: NoticePage) => page.notices.map(({ id }) => Number(id))

describe('a page of notices', () => {
  test('has the newest first, whatever came first', () => {
    expect(titles(withChanges(emptyPage, [aNotice(1), aNotice(3), aNotice(2)]))).toEqual([3, 2, 1])
  })

  test('takes a change in place', () => {
    const page = withChanges(pageOf([3, 2, 1]), [aNotice(2, { readAt: 9 })])
    expect(titles(page)).toEqual([3, 2, 1])
    expect(page.notices[1]?.readAt).toBe(9)
  })

  test('leaves out what lies further back than it reaches, so that no hole shows', () => {
    expect(titles(withChanges(pageOf([9, 8], true), [aNotice(5)]))).toEqual([9, 8])
    expect(titles(withChanges(pageOf([9, 8]), [aNotice(5)]))).toEqual([9, 8, 5])
  })

  test('grows by the page before it; what is shown wins over what the page says', () => {
    const shown: NoticePage = { notices: [aNotice(9), aNotice(8, { readAt: 7 })], hasMore: true }
    const grown = withOlder(shown, { notices: [aNotice(8), aNotice(7)], hasMore: false })
    expect(titles(grown)).toEqual([9, 8, 7])
    expect(grown.notices[1]?.readAt).toBe(7)
    expect(grown.hasMore).toBe(false)
  })
})
