// How a question came about. What people typed by themselves says more about what moves them than what we put before them.
import { Type } from 'typebox'

/**
 * typed: in their own words. option: one of those a bot's answer offered. association: picked while typing (智能联想).
 * hot-word: 热词. recommendation: 热点推荐. pack: 问答套餐. notice: asked again from a message about its answer.
 * favourite: asked again from 我的收藏. shortcut: 快捷入口.
 */
export const questionOrigins = [
  'typed',
  'option',
  'association',
  'hot-word',
  'recommendation',
  'pack',
  'notice',
  'favourite',
  'shortcut',
] as const
export type QuestionOrigin = (typeof questionOrigins)[number]
export const QuestionOrigin = Type.Unsafe<QuestionOrigin>(Type.Union(questionOrigins.map((o) => Type.Literal(o))))
