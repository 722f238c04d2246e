// Spaces and punctuation as they are written in Chinese: a reader puts a space between any two words and half-width signs everywhere.
import type { Glyph } from './read-line.ts'

const han = /[\p{Script=Han}，。、；：？！“”‘’（）《》【】…]/u
const ascii = /^[\x21-\x7e]$/
const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', '.': '。' }
/** What brackets of a small screenshot are taken for. */
const brackets: Record<string, string> = { '〈': '（', '〔': '（', '〉': '）', '〕': '）' }

const isHan = (glyph: Glyph | undefined): boolean => glyph !== undefined && han.test(glyph.text)
const isAscii = (glyph: Glyph | undefined): boolean => glyph !== undefined && ascii.test(glyph.text)

/** Joins words, or lines of one passage: a space is kept only between Latin words. */
export function joined(parts: readonly (readonly Glyph[])[]): readonly Glyph[] {
  const glyphs: Glyph[] = []
  for (const part of parts) {
    if (isAscii(glyphs.at(-1)) && isAscii(part[0])) glyphs.push({ text: ' ', confidence: 1 })
    glyphs.push(...part)
  }
  return glyphs
}

/** Full-width punctuation beside Chinese, no quotation marks without their other half, no marks that a border or icon left at the ends. */
export function spelled(glyphs: readonly Glyph[]): readonly Glyph[] {
  const widened: Glyph[] = []
  let isOpen = false
  glyphs.forEach((glyph, index) => {
    let text = brackets[glyph.text] ?? glyph.text
    const before = widened.at(-1)
    const isBesideHan = isHan(before) || (text === '(' && isHan(glyphs[index + 1]))
    // A full stop within a number or an address stays what it is.
    if (isBesideHan && !(text === '.' && isAscii(glyphs[index + 1]))) text = wide[text] ?? text
    if (text === ')' && (isOpen || isHan(before))) text = '）'
    if (text === '（') isOpen = true
    if (text === '）') isOpen = false
    widened.push(text === glyph.text ? glyph : { text, confidence: glyph.confidence })
  })
  return trimmed(paired(widened).filter(isNeeded))
}

/** After full-width punctuation there is room enough. */
const isNeeded = (glyph: Glyph, index: number, all: readonly Glyph[]): boolean =>
  glyph.text !== ' ' || !/[，。、；：？！（）]/u.test((all[index - 1]?.text ?? '') + (all[index + 1]?.text ?? ''))

/** A gap between two menu items is often read as a quotation mark. */
function paired(glyphs: readonly Glyph[]): readonly Glyph[] {
  const kept = new Set<number>()
  let opened = -1
  glyphs.forEach(({ text }, index) => {
    if (text === '“') opened = index
    if (text !== '”' || opened < 0) return
    kept.add(opened).add(index)
    opened = -1
  })
  return glyphs.filter(({ text }, index) => (text !== '“' && text !== '”') || kept.has(index))
}

const edge = /^[\s|_\-=~*'"`·•。，、；：！]$/
const closing = /[）”》】]/u
const end = /^[\s|_\-=~*'"`·•]$/

function trimmed(glyphs: readonly Glyph[]): readonly Glyph[] {
  let from = 0
  let to = glyphs.length
  while (from < to && edge.test(glyphs[from]!.text)) from += 1
  while (to > from && end.test(glyphs[to - 1]!.text)) to -= 1
  // One sign after the full stop is a bit of what stood beside the message.
  if (to - from > 8 && glyphs[to - 2]!.text === '。' && !closing.test(glyphs[to - 1]!.text)) to -= 1
  return glyphs.slice(from, to)
}

export const textOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('')

export const meanConfidence = (glyphs: readonly Glyph[]): number =>
  glyphs.length === 0 ? 0 : glyphs.reduce((sum, { confidence }) => sum + confidence, 0) / glyphs.length
