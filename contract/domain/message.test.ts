import { describe, expect, it } from 'vitest'
import { limits } from '../limits.ts'
import { cleanText } from './message.ts'

const max = limits.messageTextMaxLength
const kept = (raw: string): string | null => {
  const cleaned = cleanText(raw)
  return cleaned.ok ? cleaned.text : null
}

describe('a text as it may be stored', () => {
  it.each([
    ['a null byte', 'a\u0000b', 'ab'],
    ['bell, backspace and escape', 'a\u0007\u0008\u001b[31mb', 'a[31mb'],
    ['vertical tab and form feed', 'a\u000b\u000cb', 'ab'],
    ['delete and the C1 controls', 'a\u007f\u0085\u009fb', 'ab'],
    ['bidirectional overrides', '金额\u202e001\u202c元', '金额001元'],
    ['bidirectional isolates', 'a\u2066b\u2067c\u2068d\u2069e', 'abcde'],
    ['left-to-right, right-to-left and Arabic letter marks', 'a\u200eb\u200fc\u061cd', 'abcd'],
    ['a byte order mark', '\ufeff增值税', '增值税'],
  ])('%s is taken out', (_, raw, text) => expect(kept(raw)).toBe(text))

  it.each([
    ['tabs and line breaks', 'a\tb\nc'],
    ['an emoji outside the basic plane', '谢谢😀'],
    ['an emoji family joined by zero-width joiners', '👨‍👩‍👧'],
    ['a flag', '🇨🇳'],
    ['rare Chinese characters', '𠮷野家的𬭚'],
    ['combining marks', 'e\u0301'],
  ])('%s stay', (_, text) => expect(kept(text)).toBe(text))

  it.each(['a\r\nb', 'a\rb', 'a\nb'])('line ends become \\n: %j', (raw) => expect(kept(raw)).toBe('a\nb'))
  it('blank ends go, inner blanks stay', () => expect(kept(' \n\u3000 甲  乙 \t\u00a0')).toBe('甲  乙'))
  it.each(['\ud800', '\udc00', 'a\udc00\ud800b'])('lone surrogates never reach the store: %j', (raw) => {
    expect(kept(raw)?.isWellFormed()).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['ideographic spaces', '\u3000\u3000'],
    ['line breaks', '\r\n\n'],
    ['control characters', '\u0000\u0007\u001b'],
    ['bidirectional controls', '\u202e\u2066\u2069'],
    ['zero-width spaces, which show nothing', '\u200b\u200b\u2060'],
    ['a zero-width joiner alone', '\u200d'],
  ])('%s alone is an empty message', (_, raw) => expect(cleanText(raw)).toEqual({ ok: false, code: 'MESSAGE_EMPTY' }))

  it('exactly the limit passes, one more does not', () => {
    expect(kept('税'.repeat(max))).toHaveLength(max)
    expect(cleanText('税'.repeat(max + 1))).toEqual({ ok: false, code: 'MESSAGE_TOO_LONG' })
  })
  it('what is taken out does not count', () => {
    expect(kept(`  ${'税'.repeat(max)}\u0000\n`)).toHaveLength(max)
  })
  it('an emoji counts as the two units the input box counts', () => {
    expect(kept('😀'.repeat(max / 2))).toHaveLength(max)
    expect(cleanText('😀'.repeat(max / 2) + '！').ok).toBe(false)
  })
  it('cleaning twice changes nothing more', () => {
    for (const raw of ['a\r\n\u202eb ', ' \ud800x\u0000 ', '\u200e 甲 \u200f']) {
      const once = kept(raw) ?? ''
      expect(kept(once)).toBe(once)
    }
  })
})
