// What answers differ in (身份, 票种 …) and the question does not say: asked back where nothing is likelier, else assumed and
// shown as a switch, which is one click instead of another round.
import type { Assumption, AnswerOption } from '@zhengna/contract/domain/answer.ts'
import type { Facet } from '@zhengna/contract/domain/lexicon.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { ConceptId } from '@zhengna/contract/ids.ts'
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { Scored } from '../ranking/scored.ts'
import { normalise } from '../text/normalise.ts'
import type { OfferedOption } from './state.ts'

export type FacetCandidate = Pick<Scored, 'article' | 'score' | 'share'>

/** Facet → the values a text or an article names. */
type Values = ReadonlyMap<Facet, ReadonlySet<ConceptId>>

/** Audiences that are values of a facet. */
const valueOfAudience: Partial<Record<Audience, ConceptId>> = {
  'small-scale': 'small-scale' as ConceptId,
  'general-taxpayer': 'general-taxpayer' as ConceptId,
  'individual-business': 'individual-business' as ConceptId,
  person: 'natural-person' as ConceptId,
  enterprise: 'enterprise' as ConceptId,
}

/** Of an article only these count where its question names none: many are written for enterprises whose rule holds for others too. */
const telling: readonly Audience[] = ['small-scale', 'general-taxpayer']

/** Articles further down than this answer another question, not this one for somebody else. */
const ALTERNATIVES_MAX_PLACE = 10
const ALTERNATIVE_MAX_GAP = 6
const ALTERNATIVES_MAX = 3
/** A facet is asked about when the candidates it divides have this share together, and two of its values this much each. */
const DIVIDED_MIN = 0.6
const VALUE_MIN = 0.1
const VALUES_ASKED_MAX = 5
const AMONG_MAX = 5

export class Facets {
  private readonly index: KnowledgeIndex
  private readonly vocabulary: Vocabulary
  private readonly ofArticle = new Map<number, Values>()

  constructor(index: KnowledgeIndex) {
    this.index = index
    this.vocabulary = index.vocabulary
  }

  /** What the first article takes for granted, with the articles for those of whom it is not true. `text`: the question, normalised. */
  assumptions(candidates: readonly FacetCandidate[], text: string): Assumption[] {
    const { articles, topics } = this.index
    const [first, ...others] = candidates.slice(0, ALTERNATIVES_MAX_PLACE)
    if (!first) return []
    // Of the same topic: the same question for another kind of asker, not another question.
    const akin = others.filter(
      ({ article, score }) => topics.topicOf[article] === topics.topicOf[first.article] && first.score - score <= ALTERNATIVE_MAX_GAP,
    )
    if (akin.length === 0) return []
    const named = this.valuesIn(text)
    return [...this.valuesOf(first.article)].flatMap(([facet, values]) => {
      const [value] = values
      if (value === undefined || values.size > 1 || named.has(facet)) return []
      const alternatives = new Map<ConceptId, AnswerOption>()
      for (const { article } of akin) {
        const theirs = this.valuesOf(article).get(facet)
        const [other] = theirs ?? []
        if (!other || theirs?.size !== 1 || other === value || alternatives.has(other)) continue
        alternatives.set(other, { label: this.nameOf(other), articleId: articles.idAt(article) })
      }
      if (alternatives.size === 0) return []
      return [{ facet: facet.label, value: this.nameOf(value), alternatives: [...alternatives.values()].slice(0, ALTERNATIVES_MAX) }]
    })
  }

  /** The facet that divides the candidates best, with an option for each of its values; null where none does. */
  askBack(
    candidates: readonly FacetCandidate[],
    text: string,
    audiences: readonly Audience[],
  ): { question: string; options: OfferedOption[] } | null {
    const named = this.valuesIn(text)
    const known = new Set(audiences.flatMap((audience) => valueOfAudience[audience] ?? []))
    let best: { facet: Facet; divided: number; byValue: Map<ConceptId, FacetCandidate[]> } | null = null
    for (const facet of this.vocabulary.lexicon.facets) {
      if (named.has(facet) || facet.values.some((value) => known.has(value))) continue
      const byValue = new Map<ConceptId, FacetCandidate[]>()
      for (const candidate of candidates) {
        const values = this.valuesOf(candidate.article).get(facet)
        const [value] = values ?? []
        if (value && values?.size === 1) byValue.set(value, [...(byValue.get(value) ?? []), candidate])
      }
      const shares = [...byValue.values()].map(shareOf)
      const divided = shares.reduce((sum, share) => sum + share, 0)
      if (divided < DIVIDED_MIN || shares.filter((share) => share >= VALUE_MIN).length < 2) continue
      if (!best || divided > best.divided) best = { facet, divided, byValue }
    }
    if (!best) return null
    const groups = [...best.byValue].sort(([, a], [, b]) => shareOf(b) - shareOf(a)).slice(0, VALUES_ASKED_MAX)
    return {
      question: best.facet.question,
      options: groups.map(([value, group]) => ({
        label: this.nameOf(value),
        articleId: this.index.articles.idAt(group[0]!.article),
        among: group.slice(0, AMONG_MAX).map(({ article }) => this.index.articles.idAt(article)),
      })),
    }
  }

  private nameOf(value: ConceptId): string {
    return this.vocabulary.lexicon.concepts.find(({ id }) => id === value)?.names[0] ?? value
  }

  private valuesOf(place: number): Values {
    let values = this.ofArticle.get(place)
    if (!values) {
      const article = this.index.articles.at(place)
      const found = new Map(this.valuesIn(normalise(article.question)))
      for (const facet of this.vocabulary.lexicon.facets) {
        const written = telling
          .filter((audience) => article.audience.includes(audience))
          .flatMap((audience) => valueOfAudience[audience] ?? [])
          .filter((value) => facet.values.includes(value))
        if (written.length > 0 && !found.has(facet)) found.set(facet, new Set(written))
      }
      this.ofArticle.set(place, (values = found))
    }
    return values
  }

  private valuesIn(text: string): Values {
    const found = new Map<Facet, Set<ConceptId>>()
    for (const index of this.vocabulary.find(text)) {
      const facet = this.vocabulary.facetOf(index)
      if (facet) found.set(facet, (found.get(facet) ?? new Set()).add(this.vocabulary.concept(index).id))
    }
    return found
  }
}

const shareOf = (group: readonly FacetCandidate[]): number => group.reduce((sum, { share }) => sum + share, 0)
