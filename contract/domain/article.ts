// A knowledge article: one question taxpayers really have, its answer and the papers it rests on.
import { Type, type Static } from 'typebox'
import { ArticleId, TopicId } from '../ids.ts'
import { AnswerPart, Basis, Effective } from './answer.ts'
import { Lexicon } from './lexicon.ts'
import { Audience } from './person.ts'
import { defaultSettingValues, type SettingName, type SettingValues } from './setting.ts'

export const questionKinds = ['how', 'amount', 'when', 'where', 'who', 'whether', 'what', 'why', 'consequence'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const QuestionKind = Type.Unsafe<QuestionKind>(Type.Union(questionKinds.map((k) => Type.Literal(k))))
export const questionKindLabels: Record<QuestionKind, string> = {
  how: '怎么办',
  amount: '多少',
  when: '什么时候',
  where: '在哪里',
  who: '谁来办',
  whether: '能不能',
  what: '是什么',
  why: '为什么',
  consequence: '有什么后果',
}

export const articleStates = ['draft', 'published', 'expired'] as const
export type ArticleState = (typeof articleStates)[number]
export const ArticleState = Type.Unsafe<ArticleState>(Type.Union(articleStates.map((s) => Type.Literal(s))))

export const Topic = Type.Object({ id: TopicId, name: Type.String(), summary: Type.String() })
export type Topic = Static<typeof Topic>

export const Article = Type.Object({
  id: ArticleId,
  version: Type.Integer({ minimum: 1 }),
  topicId: TopicId,
  /** The standard question. */
  question: Type.String({ minLength: 4, maxLength: 200 }),
  /** The same question in taxpayers' own words. */
  similar: Type.Array(Type.String({ minLength: 1, maxLength: 200 })),
  parts: Type.Array(AnswerPart, { minItems: 1 }),
  basis: Type.Array(Basis, { minItems: 1 }),
  effective: Effective,
  region: Type.String(),
  audience: Type.Array(Audience, { minItems: 1 }),
  kind: QuestionKind,
  keywords: Type.Array(Type.String()),
  /** The day somebody last held it against the law, YYYY-MM-DD. */
  reviewed: Type.String(),
  state: ArticleState,
  /** Why a draft is not published: 待核：…; empty for the rest. */
  note: Type.String(),
})
export type Article = Static<typeof Article>

/** What decides, beside articles and lexicon, how the bot answers. */
export const AnsweringSettings = Type.Object({
  /** Questions in a row without a direct answer after which a person is offered. */
  roundsWithoutHitMax: Type.Integer({ minimum: 1 }),
  /** Questions shown while typing, at most. */
  suggestionsMax: Type.Integer({ minimum: 1 }),
})
export type AnsweringSettings = Static<typeof AnsweringSettings>

/** Which of the program's settings each of them is. */
export const answeringSettingNames = {
  roundsWithoutHitMax: 'answering.rounds-without-hit',
  suggestionsMax: 'answering.suggestions',
} as const satisfies Record<keyof AnsweringSettings, SettingName>

export const answeringSettingsOf = (values: SettingValues): AnsweringSettings => ({
  roundsWithoutHitMax: values[answeringSettingNames.roundsWithoutHitMax],
  suggestionsMax: values[answeringSettingNames.suggestionsMax],
})
export const defaultAnsweringSettings = answeringSettingsOf(defaultSettingValues)

/** All that is published at one moment: what a desktop holds to answer with no line, and as the server does. */
export const KnowledgeSnapshot = Type.Object({
  /** Changes whenever anything in it changes. */
  version: Type.String(),
  topics: Type.Array(Topic),
  articles: Type.Array(Article),
  lexicon: Lexicon,
  settings: AnsweringSettings,
})
export type KnowledgeSnapshot = Static<typeof KnowledgeSnapshot>

/** What leads from the snapshot `base` to the snapshot `version`; whole where `base` is null. */
export const KnowledgeUpdate = Type.Object({
  base: Type.Union([Type.String(), Type.Null()]),
  version: Type.String(),
  /** Of the result (`digestOf`): another one means that something was missed, and the whole is needed. */
  digest: Type.String(),
  /** In order; null where they are as they were. */
  topics: Type.Union([Type.Array(Topic), Type.Null()]),
  lexicon: Type.Union([Lexicon, Type.Null()]),
  settings: AnsweringSettings,
  /** New or changed. */
  articles: Type.Array(Article),
  removed: Type.Array(ArticleId),
})
export type KnowledgeUpdate = Static<typeof KnowledgeUpdate>

/** The snapshot after an update; null where the two do not fit, or the result is not what the server has. */
export function applyUpdate(held: KnowledgeSnapshot | null, update: KnowledgeUpdate): KnowledgeSnapshot | null {
  if (update.base !== null && update.base !== held?.version) return null
  const kept = update.base === null ? [] : (held?.articles ?? [])
  const gone = new Set<ArticleId>([...update.removed, ...update.articles.map(({ id }) => id)])
  const articles = [...kept.filter(({ id }) => !gone.has(id)), ...update.articles].sort((a, b) => (a.id < b.id ? -1 : 1))
  const topics = update.topics ?? held?.topics
  const lexicon = update.lexicon ?? held?.lexicon
  if (!topics || !lexicon) return null
  const { version, settings } = update
  const snapshot: KnowledgeSnapshot = { version, topics, articles, lexicon, settings }
  return digestOf(snapshot) === update.digest ? snapshot : null
}

/** Tells two snapshots apart; a check against mistakes, not against malice. Articles count by id and version. */
export function digestOf({ topics, articles, lexicon, settings }: Omit<KnowledgeSnapshot, 'version'>): string {
  const held = articles.map(({ id, version }) => `${id}@${String(version)}`).sort()
  const text = JSON.stringify([held, topics, lexicon, settings])
  // Two FNV-1a hashes with different starts: 64 bits, the same on every machine.
  let low = 0x811c9dc5
  let high = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
  }
  return `${(high >>> 0).toString(16).padStart(8, '0')}${(low >>> 0).toString(16).padStart(8, '0')}`
}

/** An expired article is never served, one whose day has not come neither. `day` is YYYY-MM-DD in Beijing. */
export function isInForce(effective: Effective, day: string): boolean {
  return effective.from <= day && (effective.to === null || day <= effective.to)
}
