// The smart-answer engine: the same on the server and, on a snapshot, on every desktop. Pure: no I/O, no clock, no randomness.
import type { Answer, AnswerOption } from '@zhengna/contract/domain/answer.ts'
import type { Article, KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import type { OwnRecordKind } from '@zhengna/contract/domain/own-record.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { meaningOf, type Meaning } from './clustering/meaning.ts'
import { chosenOption } from './dialogue/choice.ts'
import { optionFor, present, say } from './dialogue/compose.ts'
import { decide } from './dialogue/decide.ts'
import { Facets } from './dialogue/facets.ts'
import { withLastQuestion } from './dialogue/follow-up.ts'
import { recogniseIntent, type Intent } from './dialogue/intent.ts'
import { ownRecordAsked } from './dialogue/own-records.ts'
import { ownRecordNames, replies, smallTalk } from './dialogue/replies.ts'
import { closeRound } from './dialogue/rounds.ts'
import type { DialogueState, OfferedOption } from './dialogue/state.ts'
import { offeredMax, thresholds } from './dialogue/thresholds.ts'
import { explainRanking, type Explanation } from './explanation.ts'
import { indexDigestOf, indexKnowledge, type IndexedKnowledge } from './index/indexed-knowledge.ts'
import type { KnowledgeIndex } from './index/knowledge-index.ts'
import { isPackOf, packKnowledge, unpackKnowledge } from './index/pack.ts'
import type { Nearness } from './ranking/nearness.ts'
import { probabilityAt, type Ranking } from './ranking/rank.ts'
import { Searcher } from './ranking/searcher.ts'
import { Suggester, type SuggestOptions, type Suggestion } from './suggestion/suggester.ts'
import { Wordbook } from './suggestion/wordbook.ts'
import { focusOf } from './text/focus.ts'
import { normaliseQuery } from './text/normalise.ts'

export { initialDialogue, type DialogueState } from './dialogue/state.ts'
export type { Intent } from './dialogue/intent.ts'
export type { Nearness } from './ranking/nearness.ts'
export type { Candidate, Explanation } from './explanation.ts'
export type { Suggestion, SuggestOptions } from './suggestion/suggester.ts'

/** What decides the answers; a snapshot is one. */
export type EngineKnowledge = Omit<KnowledgeSnapshot, 'version'>

export type AskContext = {
  /** What is known of the asker; empty when nothing is. */
  readonly audiences: readonly Audience[]
  /** YYYY-MM-DD in Beijing: what is not in force on it is never served. */
  readonly day: string
  readonly dialogue: DialogueState
  /** What an embedding model finds near the query, where one is configured (embedding/). */
  readonly nearness?: Nearness
}

/** `probability`: that the article answers the question, 0…1, calibrated. `score`: for comparing within one ranking only. */
export type RankedArticle = { readonly articleId: ArticleId; readonly score: number; readonly probability: number }

export type Reply = {
  readonly answer: Answer
  /** To be passed with the next question of the same conversation. */
  readonly dialogue: DialogueState
  /** Best first, at most 10; empty for small talk. */
  readonly ranked: readonly RankedArticle[]
  readonly intent: Intent
  /** What the taxpayer asks for of their own; the engine has no records, its answer is for when there is no line. Mostly absent. */
  readonly ownRecords?: OwnRecordKind
}

export type SearchOptions = { readonly day: string; readonly limit: number; readonly audiences?: readonly Audience[] }

export type Engine = {
  /** Never throws, whatever the query; time linear in its length. */
  ask(query: string, context: AskContext): Reply
  /** The article behind an option; one that is unknown or no longer in force falls back to asking its question. */
  pick(articleId: ArticleId, context: AskContext): Reply
  /** `ask`, and why: how the question was read and what each candidate's score is made of. */
  explain(query: string, context: AskContext): Explanation & { readonly reply: Reply }
  /** The indexed knowledge as bytes, for `openEngine`. */
  pack(): Uint8Array
  /** 智能联想 while typing: questions that match what is in the box, best first. */
  suggest(typed: string, options: SuggestOptions): Suggestion[]
  /** The words of the knowledge base, to find in what people ask. Built at its first use. */
  wordbook(): Wordbook
  /** What a question means, to be held against other questions. */
  meaning(question: string): Meaning
  /** The agents' search: best first. */
  search(query: string, options: SearchOptions): { readonly articleId: ArticleId; readonly probability: number }[]
}

const RANKED_MAX = 10

/** Drafts and expired articles are ignored. */
export const createEngine = (knowledge: EngineKnowledge): Engine => engineOf(indexKnowledge(knowledge))

/**
 * What `pack` gave, many times faster than it was built; the bytes are read where they lie and must stay as they are. Null for bytes
 * of an older program, cut short, or of nothing.
 */
export function openEngine(packed: Uint8Array): Engine | null {
  const knowledge = unpackKnowledge(packed)
  return knowledge && engineOf(knowledge)
}

/** Whether `packed` opens, and is the index of this very knowledge. Takes milliseconds. */
export const isIndexOf = (packed: Uint8Array, knowledge: EngineKnowledge): boolean => isPackOf(packed, indexDigestOf(knowledge))

function engineOf(knowledge: IndexedKnowledge): Engine {
  const { settings } = knowledge
  const searcher = new Searcher(knowledge.index)
  const facets = new Facets(searcher.index)
  // Built at the first keystroke: an engine that only answers does without.
  let suggester: Suggester | null = null
  let wordbook: Wordbook | null = null

  const rankedOf = (ranking: Ranking): RankedArticle[] =>
    ranking.ranked.slice(0, RANKED_MAX).map(({ article, score }, place) => ({
      articleId: searcher.index.articles.idAt(article),
      score,
      probability: probabilityAt(ranking, place),
    }))

  const close = (
    answer: Answer,
    question: string,
    intent: Intent,
    dialogue: DialogueState,
    ranked: RankedArticle[],
    offered?: readonly OfferedOption[],
  ): Reply => ({
    ...closeRound(answer, question, dialogue, settings.roundsWithoutHitMax, offered),
    ranked,
    intent,
  })

  const show = (
    article: Article,
    { day, dialogue }: AskContext,
    intent: Intent,
    ranked: RankedArticle[],
    question = article.question,
  ): Reply =>
    close(
      present(article, (option) => searcher.isServed(option.articleId, day)),
      normaliseQuery(question),
      intent,
      dialogue,
      ranked,
    )

  /** The question alone; or what a story asks at its end, or the last question narrowed by this one, where that is surer. */
  const understand = (
    text: string,
    raw: string,
    { audiences, day, dialogue, nearness }: AskContext,
  ): { ranking: Ranking; question: string } => {
    const favoured = dialogue.options.map((option) => option.articleId)
    const whole = { ranking: searcher.rank(text, day, audiences, favoured, nearness), question: text }
    const focus = whole.ranking.top < thresholds.sure ? focusOf(raw) : null
    const focused = focus === null ? null : { ranking: searcher.rank(focus, day, audiences, favoured, nearness), question: focus }
    const alone = focused && focused.ranking.top > whole.ranking.top + thresholds.surer ? focused : whole
    // What has nothing of ours in it does not become ours by what was said before.
    const mayFollow = alone.ranking.top < thresholds.answer && alone.ranking.inDomain >= thresholds.follows
    const question = mayFollow ? withLastQuestion(text, dialogue) : null
    if (question === null) return alone
    // What is near to this one alone says nothing of the two together.
    const narrowed = { ranking: searcher.rank(question, day, audiences, favoured), question }
    return narrowed.ranking.top > alone.ranking.top ? narrowed : alone
  }

  /** Asks back by what the candidates differ in, where there is such a thing; else offers the candidates themselves. */
  const offer = (decision: 'clarify' | 'related', ranking: Ranking, question: string, context: AskContext): Reply => {
    const { audiences, dialogue } = context
    const candidates = ranking.ranked.slice(0, offeredMax)
    // An article that asks back is what an editor wrote for just this.
    const entry = decision === 'clarify' ? entryOf(searcher.index, ranking) : undefined
    if (entry) return show(entry, context, 'question', rankedOf(ranking), question)
    const asked = facets.askBack(candidates, question, audiences)
    const answer = asked
      ? say('clarify', `${asked.question}${replies.facet}`, asked.options.map(withoutAmong))
      : say(
          decision,
          replies[decision],
          candidates.map(({ article }) => optionFor(searcher.articleAt(article))),
        )
    return close(answer, question, 'question', dialogue, rankedOf(ranking), asked?.options)
  }

  const answerQuestion = (text: string, context: AskContext, raw = text): Reply => {
    const { ranking, question } = understand(text, raw, context)
    const decision = saysNothing(text) && ranking.top < thresholds.answer ? 'none' : decide(ranking)
    if (decision === 'clarify' || decision === 'related') return offer(decision, ranking, question, context)
    const ranked = rankedOf(ranking)
    if (decision === 'none') {
      const office = searcher.otherOffice(question)
      const reply = office ? replies.elsewhere(office) : replies.none
      return close(say('none', reply, [], true), question, 'question', context.dialogue, ranked)
    }
    const shown = show(searcher.articleAt(ranking.ranked[0]!.article), context, 'question', ranked, question)
    return { ...shown, answer: { ...shown.answer, assumptions: facets.assumptions(ranking.ranked, question) } }
  }

  const handOver = (dialogue: DialogueState): Reply => ({
    answer: say('hand-over', replies.handOver, [], true),
    dialogue: { ...dialogue, roundsWithoutHit: 0, options: [], offeredPerson: false },
    ranked: [],
    intent: 'hand-over',
  })

  const lookUp = (ownRecords: OwnRecordKind, dialogue: DialogueState): Reply => ({
    answer: say('own-records', replies.ownRecords(ownRecordNames[ownRecords])),
    dialogue: { ...dialogue, options: [], offeredPerson: false },
    ranked: [],
    intent: 'own-records',
    ownRecords,
  })

  const pick: Engine['pick'] = (articleId, context) => {
    const article = searcher.article(articleId)
    if (article === undefined) return close(say('none', replies.gone, [], true), '', 'pick', context.dialogue, [])
    if (!searcher.isServed(articleId, context.day)) return answerQuestion(normaliseQuery(article.question), context)
    const among = context.dialogue.options.find((option) => option.articleId === articleId)?.among ?? []
    const served = among.flatMap((id) => (searcher.isServed(id, context.day) ? optionFor(searcher.article(id)!) : []))
    if (served.length > 1) return close(say('clarify', replies.among, served), context.dialogue.question, 'pick', context.dialogue, [])
    return show(article, context, 'pick', [{ articleId, score: 0, probability: 1 }])
  }

  const ask: Engine['ask'] = (query, context) => {
    const { dialogue } = context
    const text = normaliseQuery(query)
    const chosen = chosenOption(text, dialogue.options)
    if (chosen !== undefined) return pick(chosen.articleId, context)
    const ownRecords = ownRecordAsked(text)
    if (ownRecords !== null) return lookUp(ownRecords, dialogue)
    const intent = recogniseIntent(text, query)
    if (intent === 'question') return answerQuestion(text, context, query)
    if (intent === 'person-or-question') {
      const reply = answerQuestion(text, context, query)
      if (reply.answer.decision === 'none') return handOver(dialogue)
      return { ...reply, answer: { ...reply.answer, offersPerson: true }, dialogue: { ...reply.dialogue, offeredPerson: true } }
    }
    if (intent === 'empty') return { answer: say('none', replies.empty), dialogue, ranked: [], intent }
    if (intent === 'hand-over' || (intent === 'acknowledge' && dialogue.offeredPerson)) return handOver(dialogue)
    return { answer: say('greeting', smallTalk[intent]), dialogue: { ...dialogue, options: [], offeredPerson: false }, ranked: [], intent }
  }

  return {
    ask,
    pick,
    explain(query, context) {
      const { ranking, question } = understand(normaliseQuery(query), query, context)
      return { ...explainRanking(searcher, ranking, question), reply: ask(query, context) }
    },
    pack: () => packKnowledge(knowledge),
    suggest: (typed, options) => (suggester ??= new Suggester(searcher)).suggest(typed, options),
    wordbook: () => (wordbook ??= new Wordbook(searcher.index)),
    meaning: (question) => meaningOf(searcher.index, question),
    search: (query, { day, limit, audiences = [] }) =>
      rankedOf(searcher.rank(normaliseQuery(query), day, audiences))
        .slice(0, limit)
        .map(({ articleId, probability }) => ({ articleId, probability })),
  }
}

const withoutAmong = ({ label, articleId }: OfferedOption): AnswerOption => ({ label, articleId })

/** A number alone, or a single character. */
const saysNothing = (text: string): boolean => text.length < 2 || /^[\d% ]+$/.test(text)

const ENTRY_MAX_PLACE = 12
const ENTRY_MAX_GAP = 5

/** Among the first candidates, one that asks back and is of the topic that most of them are of. */
function entryOf({ articles, topics }: KnowledgeIndex, { ranked }: Ranking): Article | undefined {
  const shares = new Map<number, number>()
  for (const { article, share } of ranked) {
    const topic = topics.topicOf[article]!
    shares.set(topic, (shares.get(topic) ?? 0) + share)
  }
  const [topic] = [...shares].sort(([, a], [, b]) => b - a)[0] ?? []
  return ranked
    .slice(0, ENTRY_MAX_PLACE)
    .filter(({ article, score }) => topics.topicOf[article] === topic && ranked[0]!.score - score <= ENTRY_MAX_GAP)
    .map(({ article }) => articles.at(article))
    .find(({ parts }) => parts.some(({ type }) => type === 'options'))
}
