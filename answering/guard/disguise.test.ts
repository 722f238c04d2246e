// Every way to write a word so that it slips through. The words are few and given here: it is the rules that are tested.
import { describe, expect, it } from 'vitest'
import { buildGuard } from '../testing/word-builder.ts'

const guard = buildGuard(
  '傻逼',
  '操你妈',
  '你妈死了',
  '你妈的',
  '去死吧',
  '滚蛋',
  '狗东西',
  '贱人',
  '王八蛋',
  '智障',
  'sb',
  'nmsl',
  'cnm',
  'fuck',
  '🖕',
)
const isCaught = (text: string): boolean => guard.check(text, 'in').decision === 'changed'

const disguises: Record<string, readonly string[]> = {
  'as it is': ['傻逼', '客服真是傻逼吧', '操你妈，退税'],
  'spaces between': ['傻 逼', '傻　逼', '操 你 妈', '客服 傻   逼'],
  'line breaks between': ['傻\n逼', '操\n你\n妈', '操\r\n你\r\n妈，还钱'],
  'punctuation between': ['傻.逼', '傻-逼', '操·你·妈', '操,你,妈', '傻/逼客服', '贱!人!', '滚……蛋'],
  'full width and half width': ['ＳＢ', 'ｎｍｓｌ', 'ﾌｧsb'],
  capitals: ['Sb', 'NmSl', 'FUCK', 'CnM'],
  'traditional characters': ['操你媽', '滾蛋', '狗東西', '賤人', '你媽的'],
  'zero-width characters': ['傻\u200b逼', '操\u200d你\u2060妈', 's\u200cb', '傻\ufeff逼', '傻\u00ad逼'],
  'combining marks': ['傻\u0336逼\u0336', 's\u0301b\u0323', '贱\u20dd人\u20dd'],
  'emoji between': ['傻😀逼', '操🙂你🙂妈', 's😊b', '王👍🏻八👨‍👩‍👧蛋', '傻🐶逼'],
  'emoji in place of a character': ['你🐎死了', '操你🐴', '🐶东西', '王八🥚', '去💀吧'],
  'emoji as words': ['🖕', '🖕🏻 退钱'],
  'emoji as letters': ['🆂🅱', '🅢🅑', '🇸🇧', 'ⓢⓑ', '𝐬𝐛'],
  'repeated characters': ['傻傻傻逼', '傻逼逼逼逼', '滚滚滚蛋', 'sbbbbb', 'nmslllll', '你妈妈妈妈死了'],
  'look-alike characters': ['儍逼', '操伱妈', '王8蛋', 'ѕb', 'сnm', 'fuсk', 'śḅ', 'nms1'],
  'characters in halves': ['操亻尔女马', '扌喿你妈', '贝戋人', '犭句东西', '去歹匕吧', '亻 尔 女 马 死了'],
  initials: ['sb', '客服sb', 'cnm，还钱', 's b', 's.b', 'n m s l'],
  pinyin: ['caonima', 'cao ni ma', 'CaoNiMa', 'cǎonǐmā', 'wocaonima', 'nimasile', 'wangbadan'],
  'pinyin and initials for one character': ['cao你妈', '操ni妈', '操nm', '傻b', '傻B', 'sha逼', '你m死了', '智zhang'],
  'characters that sound alike': ['操尼玛', '草你妈', '艹你马', '你玛死了', '王巴蛋'],
  'numbers that sound alike': ['你妈4了', '去4吧', '王8蛋', '傻13'],
  mixtures: ['操.n.m', '你🐎 4 了', '艹 你 🐎', 'Ｓ.Ｂ', '儍 B', 'C-N-M', '𝐒😀𝐁'],
}

describe.each(Object.entries(disguises))('%s', (_, texts) => {
  it.each(texts)('%j is caught', (text) => expect(isCaught(text)).toBe(true))
})

it('an emoji or letter between the characters does not move the offsets', () => {
  const text = '说你🙂操😀你\u200b妈👍呢'
  const [hit] = guard.check(text, 'in').hits
  expect(text.slice(hit!.start, hit!.end)).toBe('操😀你\u200b妈')
})
