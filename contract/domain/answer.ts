// What the bot says: parts to read, the papers they rest on, and why this and not another.
import { Type, type Static } from 'typebox'
import { ArticleId } from '../ids.ts'
import { HandOverReason } from './conversation.ts'
import { AnswerPage } from './own-record.ts'

export const AssetName = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*\\.[a-z0-9]{2,5}$', maxLength: 80 })

export const TextPart = Type.Object({ type: Type.Literal('text'), markdown: Type.String() })
export const LinkPart = Type.Object({ type: Type.Literal('link'), title: Type.String(), url: Type.String({ pattern: '^https://' }) })
export const PicturePart = Type.Object({ type: Type.Literal('picture'), asset: AssetName, alt: Type.String() })
export const VideoPart = Type.Object({ type: Type.Literal('video'), asset: AssetName, title: Type.String() })
export const FilePart = Type.Object({ type: Type.Literal('file'), asset: AssetName, name: Type.String() })
export const GuideStep = Type.Object({ title: Type.String(), detail: Type.String(), where: Type.Optional(Type.String()) })
export const GuidePart = Type.Object({ type: Type.Literal('guide'), title: Type.String(), steps: Type.Array(GuideStep, { minItems: 2 }) })
export type GuidePart = Static<typeof GuidePart>
export const OptionsPart = Type.Object({
  type: Type.Literal('options'),
  prompt: Type.String(),
  options: Type.Array(Type.Object({ label: Type.String(), article: ArticleId }), { minItems: 2 }),
})

export const AnswerPart = Type.Union([TextPart, LinkPart, PicturePart, VideoPart, FilePart, GuidePart, OptionsPart])
export type AnswerPart = Static<typeof AnswerPart>

/** The law or notice an answer rests on. `number` is the 文号; laws have the decree's number. */
export const Basis = Type.Object({ document: Type.String(), number: Type.String(), article: Type.Optional(Type.String()) })
export type Basis = Static<typeof Basis>

/** Days as YYYY-MM-DD in Beijing; `to` null: no end known. Both ends belong to it. */
export const Effective = Type.Object({ from: Type.String(), to: Type.Union([Type.String(), Type.Null()]) })
export type Effective = Static<typeof Effective>

export const AnswerPapers = Type.Object({
  articleId: ArticleId,
  version: Type.Integer({ minimum: 1 }),
  basis: Type.Array(Basis),
  effective: Effective,
  region: Type.String(),
  reviewed: Type.String(),
})
export type AnswerPapers = Static<typeof AnswerPapers>

/** answer: direct; clarify: asks back; related: 猜你想问; none: no answer; hand-over: the taxpayer wants a person; greeting: small talk; own-records: what is on record of the taxpayer, no tax answer. */
export const decisions = ['answer', 'clarify', 'related', 'none', 'hand-over', 'greeting', 'own-records'] as const
export type Decision = (typeof decisions)[number]
export const Decision = Type.Unsafe<Decision>(Type.Union(decisions.map((d) => Type.Literal(d))))

export const AnswerOption = Type.Object({ label: Type.String(), articleId: ArticleId })
export type AnswerOption = Static<typeof AnswerOption>

/** What the answer takes for granted, to be switched: 按「小规模纳税人」回答 · 改为「一般纳税人」. */
export const Assumption = Type.Object({
  /** 纳税人身份. */
  facet: Type.String(),
  value: Type.String(),
  /** The answers for those of whom it is not true; picking one sends its label as the question. */
  alternatives: Type.Array(AnswerOption, { minItems: 1 }),
})
export type Assumption = Static<typeof Assumption>

export const Answer = Type.Object({
  decision: Decision,
  /** The standard question that was answered; null for anything but a direct answer. */
  question: Type.Union([Type.String(), Type.Null()]),
  parts: Type.Array(AnswerPart),
  papers: Type.Union([AnswerPapers, Type.Null()]),
  /** To pick from when asking back or guessing; picking one sends its label as the question. */
  options: Type.Array(AnswerOption),
  /** Absent in answers that were stored before there were any. */
  assumptions: Type.Optional(Type.Array(Assumption)),
  /** True: offer 人工服务 with the answer. */
  offersPerson: Type.Boolean(),
  /** Why a person is offered: what 人工服务 in this answer is pressed for; absent: just so. */
  personReason: Type.Optional(HandOverReason),
  /** The place of the window that it speaks of, with a button that leads there; mostly absent. */
  opens: Type.Optional(AnswerPage),
  /** Made by the desktop from its snapshot, with no line to the server. */
  offline: Type.Boolean(),
})
export type Answer = Static<typeof Answer>
