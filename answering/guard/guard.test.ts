import { defaultGuardPolicy, sensitiveCategories } from '@zhengna/contract/domain/sensitive-word.ts'
import { describe, expect, it } from 'vitest'
import { buildGuard, buildWord } from '../testing/word-builder.ts'
import { createGuard } from './guard.ts'
import { maskHits } from './verdict.ts'

describe('what is done', () => {
  it('a text without a hit passes as it is', () => {
    expect(buildGuard('傻逼').check('发票怎么开？', 'in')).toEqual({ decision: 'pass', text: '发票怎么开？', hits: [] })
  })

  it('a masked word keeps its length, in UTF-16 units', () => {
    for (const text of ['你真傻逼啊', '你真傻 . 逼啊', '你真傻\u200b逼啊', '你真傻😀逼啊', '你真傻\u0336逼\u0336啊']) {
      const verdict = buildGuard('傻逼').check(text, 'in')
      expect(verdict.decision).toBe('changed')
      expect(verdict.text.length).toBe(text.length)
      expect(verdict.text).toMatch(/^你真＊+啊$/)
    }
  })

  it('a mask leaves line breaks where they are', () => {
    expect(buildGuard('傻逼').check('傻\n逼\n', 'in').text).toBe('＊\n＊\n')
  })

  it('a replaced word gives way to its replacement, or to a mask where it has none', () => {
    expect(buildGuard({ word: '傻逼', action: 'replace', replacement: '您' }).check('傻逼，退税', 'in').text).toBe('您，退税')
    expect(buildGuard({ word: '傻逼', action: 'replace' }).check('傻逼，退税', 'in').text).toBe('＊＊，退税')
  })

  it.each(['warn', 'block'] as const)('%s leaves the text as it was given', (action) => {
    const verdict = buildGuard({ word: '傻逼', action }).check('傻逼，退税', 'in')
    expect(verdict).toMatchObject({ decision: action, text: '傻逼，退税' })
  })

  it('a confirmed text stands, but for the words that are masked or stopped anyway', () => {
    const guard = buildGuard(
      { id: 'asked', word: '爱办不办', action: 'warn' },
      { id: 'masked', word: '傻逼' },
      { id: 'stopped', word: '弄死你', action: 'block' },
    )
    expect(guard.check('爱办不办', 'in', true)).toMatchObject({ decision: 'pass', text: '爱办不办', hits: [{ action: 'warn' }] })
    expect(guard.check('傻逼，爱办不办', 'in', true)).toMatchObject({ decision: 'changed', text: '＊＊，爱办不办' })
    expect(guard.check('爱办不办，弄死你', 'in', true)).toMatchObject({ decision: 'block', text: '爱办不办，弄死你' })
  })

  it('a masked word within one that is asked about is masked when it is confirmed', () => {
    const guard = buildGuard({ id: 'asked', word: '你这个傻逼东西', action: 'warn' }, { id: 'masked', word: '傻逼' })
    expect(guard.check('你这个傻逼东西', 'in', true).text).toBe('你这个＊＊东西')
  })

  it('a replaced word without a replacement has its category’s', () => {
    const policy = { ...defaultGuardPolicy, replacements: { ...defaultGuardPolicy.replacements, abuse: '（不文明用语）' } }
    const words = [
      buildWord({ id: 'a', word: '傻逼', action: 'replace' }),
      buildWord({ id: 'b', word: '白痴', action: 'replace', replacement: '您' }),
    ]
    expect(createGuard(words, policy).check('傻逼，白痴', 'in').text).toBe('（不文明用语），您')
  })

  it('where nobody is asked, every hit is masked whatever its action', () => {
    const text = '弄死你，爱办不办，傻逼'
    const { hits } = buildGuard(
      { id: 'asked', word: '爱办不办', action: 'warn' },
      { id: 'replaced', word: '傻逼', action: 'replace', replacement: '您' },
      { id: 'stopped', word: '弄死你', action: 'block' },
    ).check(text, 'in')
    expect(maskHits(text, hits)).toBe('＊＊＊，＊＊＊＊，＊＊')
  })

  it('the strongest action decides', () => {
    const guard = buildGuard(
      { id: 'masked', word: '傻逼' },
      { id: 'asked', word: '废话连篇', action: 'warn' },
      { id: 'stopped', word: '弄死你', action: 'block' },
    )
    expect(guard.check('傻逼', 'in').decision).toBe('changed')
    expect(guard.check('傻逼，废话连篇', 'in').decision).toBe('warn')
    expect(guard.check('傻逼，废话连篇，弄死你', 'in').decision).toBe('block')
    expect(guard.check('傻逼，废话连篇，弄死你', 'in').hits).toHaveLength(3)
  })

  it('a word without an action of its own has its category’s', () => {
    const guard = createGuard(
      sensitiveCategories.map((category) => buildWord({ id: category, word: `某${category}某`, category })),
      defaultGuardPolicy,
    )
    for (const category of sensitiveCategories) {
      expect(guard.check(`某${category}某`, 'in').hits).toMatchObject([{ category, action: defaultGuardPolicy.actions[category] }])
    }
  })

  it('masks and replacements that overlap are written once', () => {
    const guard = buildGuard('傻逼东西', { id: 'other', word: '东西南北', action: 'replace', replacement: '人' })
    expect(guard.check('傻逼东西南北', 'in').text).toBe('＊＊＊＊＊＊')
  })
})

describe('hits', () => {
  it('tell where they are in the text as it was given', () => {
    const text = '🐎上退税！ＳＢ客服，你真是傻\u200b . 逼\ufe0f吗'
    const { hits } = buildGuard('sb', '傻逼').check(text, 'in')
    expect(hits.map(({ wordId, start, end }) => [wordId, text.slice(start, end)])).toEqual([
      ['word-0', 'ＳＢ'],
      ['word-1', '傻\u200b . 逼\ufe0f'],
    ])
  })

  it('one inside another that is as strong says nothing new', () => {
    const guard = buildGuard({ id: 'short', word: '傻逼' }, { id: 'long', word: '大傻逼' })
    expect(guard.check('大傻逼', 'in').hits.map(({ wordId }) => wordId)).toEqual(['long'])
  })

  it('one inside another is kept when it is stronger', () => {
    const guard = buildGuard({ id: 'short', word: '傻逼', action: 'block' }, { id: 'long', word: '大傻逼' })
    expect(guard.check('大傻逼', 'in')).toMatchObject({ decision: 'block', hits: [{ wordId: 'long' }, { wordId: 'short' }] })
  })
})

describe('which words', () => {
  it('a word for one direction leaves the other alone', () => {
    const guard = buildGuard({ word: '爱办不办', direction: 'out' })
    expect(guard.check('爱办不办', 'out').decision).toBe('changed')
    expect(guard.check('爱办不办', 'in').decision).toBe('pass')
  })

  it('a disabled word, one without form and one of punctuation alone catch nothing', () => {
    const guard = buildGuard({ word: '傻逼', isEnabled: false }, '…傻逼', '。。。')
    expect(guard.check('傻逼。。。', 'in').decision).toBe('pass')
  })

  it('an exception that shares a character with the word undoes the hit, and that hit alone', () => {
    const guard = buildGuard({ word: '大麻', exceptions: ['大麻烦', '工业大麻'] })
    expect(guard.check('真是大麻烦，工业大麻也要交税', 'in').decision).toBe('pass')
    expect(guard.check('大麻烦了，他卖大麻', 'in').hits).toHaveLength(1)
  })

  it('an exception holds in capitals, full width and traditional characters too', () => {
    expect(buildGuard({ word: 'sb', exceptions: ['sb费'] }).check('ＳＢ費怎么交', 'in').decision).toBe('pass')
  })
})

describe('a word of several parts', () => {
  const guard = buildGuard({ word: '卖|出售…发票…#|加微信', category: 'fraud', exceptions: ['举报'] })
  const decide = (text: string): string => guard.check(text, 'in').decision

  it('needs all of them, in their order', () => {
    expect(decide('出售各类发票，电话13800138000')).toBe('block')
    expect(decide('卖发票，加微信')).toBe('block')
    expect(decide('卖发票')).toBe('pass')
    expect(decide('发票怎么卖，加微信')).toBe('pass')
  })

  it('bears twelve characters between two parts, no more; punctuation and spaces do not count', () => {
    expect(decide('出售一二三四五六七八九十一二发票，……   加微信')).toBe('block')
    expect(decide('出售一二三四五六七八九十一二三发票，加微信')).toBe('pass')
  })

  it('its number has five digits or more, however they are grouped', () => {
    expect(decide('卖发票 138-0013 8000')).toBe('block')
    expect(decide('卖发票 １３８ＯＯ１３８ＯＯＯ')).toBe('block')
    expect(decide('卖发票 1380')).toBe('pass')
  })

  it('its hit reaches from the first part to the last', () => {
    const text = '老板，卖真发票的，加微信吧'
    expect(guard.check(text, 'in').hits.map(({ start, end }) => text.slice(start, end))).toEqual(['卖真发票的，加微信'])
  })

  it('is undone by an exception near it: who reports an advert is no advertiser', () => {
    expect(decide('我要举报，有人卖发票，加微信就给')).toBe('pass')
  })
})
