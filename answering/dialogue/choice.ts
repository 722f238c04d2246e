import type { AnswerOption } from '@zhengna/contract/domain/answer.ts'
import { normaliseQuery } from '../text/normalise.ts'

/**
 * Which of the options just shown is meant: by its label (picking one sends it as the question), or by 1, 第二个, 选三, 最后一个.
 * `normalised` is the query; undefined when it chooses none.
 */
export function chosenOption(normalised: string, options: readonly AnswerOption[]): AnswerOption | undefined {
  if (options.length === 0) return undefined
  return (
    options.find((option) => normaliseQuery(option.label) === normalised) ??
    options.at(placeIn(normalised.replaceAll(' ', ''), options.length))
  )
}

const DIGITS = '一二三四五六七八九'
const LAST = /^(?:我?选|要)?(?:最后|倒数第一)(?:那|一)?(?:个|种|项|条)$/
const NUMBERED = /^(?:我?选择?|我?要|就|是)?(?:第|选项)?([1-9一二两三四五六七八九])(?:个|种|项|条|号)?(?:吧|的)?$/

/** A place from 0; past the end when no option is meant. */
function placeIn(text: string, count: number): number {
  if (LAST.test(text)) return count - 1
  const digit = NUMBERED.exec(text)?.[1]?.replace('两', '二')
  if (digit === undefined) return count
  return DIGITS.includes(digit) ? DIGITS.indexOf(digit) : Number(digit) - 1
}
