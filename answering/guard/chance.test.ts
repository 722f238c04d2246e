// What meets by chance: words whose ends touch, codes and names that hold the letters, clauses that begin where others end.
import { describe, expect, it } from 'vitest'
import { buildGuard } from '../testing/word-builder.ts'

const guard = buildGuard(
  '傻逼',
  '操你妈',
  '去你妈',
  '你妈死了',
  '你妈的',
  '去死吧',
  '死全家',
  '死妈',
  '婊逼',
  '逼东西',
  '装逼',
  'sb',
  'cnm',
  'cnmd',
  'tmd',
  '二逼',
  'shabi',
  '操你妈的',
  '250',
  '艹',
)
const decide = (text: string): string => guard.check(text, 'in').decision

const harmless: Record<string, readonly string[]> = {
  'words whose ends touch': [
    '代表逼真的模型',
    '公司妈妈店',
    '公司全家便利店',
    '这批东西到了',
    '他太傻，逼着自己交',
    '我真傻 逼自己弄到半夜',
    '他傻\n逼我交税',
  ],
  'clauses that meet': ['我不去，你妈去也行', '我不去 你妈去就行', '安装，13%还是9%', '操作。你妈妈来办'],
  'a mother, and not an insult': ['你妈妈的社保', '他妈妈死了', '请你妈妈马上来'],
  'names and words that sound alike': ['曹妮马上来办', '沙比利木地板', '长沙比株洲高', '草泥墙'],
  'letters inside a word': ['USB', 'SBA', 'husband', 'this habit', 'subscribe', 'push it', 'cnmd5校验', 'Sha Bing', 'dcnm'],
  'letters inside a code': [
    'sb-2301',
    'SB_12',
    'a@sb.com',
    'www.sb.com',
    '/sb/list',
    'x=sb&y',
    'SB2301',
    '2sb',
    'U S B',
    'A/S/B',
    'ABC-TMD',
    '2026-cnm',
  ],
  'measures and grades': ['28 nm的芯片', '2B铅笔', 'MB和GB', '去4S店', '去4号窗口吧', '安装13个', '1250元', '2500', '250.5', 'x250'],
  'emoji and halves that are nothing but themselves': ['🐎上到期', '🐶粮', '🌿本植物', '母女马上来', '女子', '💀'],
}

describe.each(Object.entries(harmless))('%s', (_, texts) => {
  it.each(texts)('%j passes', (text) => expect(decide(text)).toBe('pass'))
})

it('a word by itself in a sentence of Chinese is one, wherever it stands', () => {
  for (const text of ['sb', '你sb', 'sb吧', '客服是sb，转人工', '「sb」', 'sb.退税']) expect(decide(text)).toBe('changed')
})

it('between two parts of a clause a tear is no chance', () => {
  for (const text of ['客服傻.逼', '傻，逼。退钱', '操，你，妈，退税', '去 你 妈']) expect(decide(text)).toBe('changed')
})
