// The words of a knowledge base: what it calls its concepts, and which runs of characters in its questions are words of their
// own. Nothing that is not in its questions is a word, so nothing that somebody let slip can become one.
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { conceptKey } from '../index/terms.ts'
import { nameConcepts } from './concept-names.ts'
import { studyRun } from './word-boundaries.ts'

/** Grammar, numbers and times: no word of the trade that is not a concept already has one of these. */
const BREAK =
  /[^\p{Script=Han}]|[的了吗呢吧啊我你他她它们这那哪什么怎样如何多少几可以能不要需是有没在到和与或等被把给对从用去来会就都也还再很太个想请问说看让该已先后里外上下时候自己家人]|[一二三四五六七八九十百千万亿两半每今明前年月日号底元块钱份起]/u
/** Shorter ones that matter are concepts of the lexicon. */
const RUN_MIN_LENGTH = 3
const RUN_MAX_LENGTH = 6

export class Wordbook {
  readonly index: KnowledgeIndex
  private readonly names: readonly (string | null)[]
  private readonly telling = new Map<string, number>()

  constructor(index: KnowledgeIndex) {
    this.index = index
    this.names = nameConcepts(index)
  }

  /** Taxes, papers and what is done with them that a normalised text names, by the name the knowledge base uses most; each once. */
  conceptsIn(text: string): Set<string> {
    return new Set(this.index.vocabulary.find(text).flatMap((concept) => this.names[concept] ?? []))
  }

  /** All names that `conceptsIn` can give, with their concepts. */
  *concepts(): Generator<{ concept: number; name: string }> {
    for (const [concept, name] of this.names.entries()) if (name !== null) yield { concept, name }
  }

  /** Runs of characters in a normalised text that may be words beside its concepts; each once. */
  runsIn(text: string): Set<string> {
    const runs = new Set<string>()
    for (const piece of this.index.vocabulary.between(text).flatMap((between) => between.split(BREAK))) {
      for (let start = 0; start + RUN_MIN_LENGTH <= piece.length; start++) {
        const longest = Math.min(piece.length, start + RUN_MAX_LENGTH)
        for (let end = start + RUN_MIN_LENGTH; end <= longest; end++) runs.add(piece.slice(start, end))
      }
    }
    return runs
  }

  /** How much a concept narrows what is asked, 0…1: what every other question names says little. */
  tellingOfConcept(concept: number): number {
    const term = this.index.terms.find(conceptKey(concept))
    return term < 0 ? 1 : rarity(this.index.commonness[term]!, this.index.articles.count)
  }

  /** The same for a run of characters; 0 where it is no word of the knowledge base's questions. */
  tellingOfRun(run: string): number {
    let telling = this.telling.get(run)
    if (telling === undefined) {
      const { isWord, share } = studyRun(this.index, run)
      telling = isWord ? rarity(share, this.index.texts.count) : 0
      this.telling.set(run, telling)
    }
    return telling
  }
}

const rarity = (share: number, total: number): number =>
  total < 2 ? 1 : Math.min(1, Math.max(0, -Math.log(Math.max(share, 1 / total)) / Math.log(total)))
