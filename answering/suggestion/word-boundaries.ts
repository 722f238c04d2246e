// Whether a run of characters is a word: many different characters stand before it and after it, and it belongs to a subject.
// Inside a longer word the same neighbour always follows (专项附加 → 扣); a word of no subject is in questions of every topic.
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { keysOfWritten, rarestOf } from './occurrences.ts'

const OCCURRENCES_MIN = 5
/** Of its neighbours on each side, in bits; the edge of a text is a neighbour unlike any other. */
const FREEDOM_MIN = 1.5
/** Of its occurrences, so many are in questions of one topic. */
const TOPIC_SHARE_MIN = 0.4

/** `run`: Chinese characters, two at least. `share`: of all texts, those that have it (counted by occurrences). */
export function studyRun(index: KnowledgeIndex, run: string): { isWord: boolean; share: number } {
  const { texts, articleOf, topics } = index
  const before = new Map<number, number>()
  const after = new Map<number, number>()
  const inTopic = new Map<number, number>()
  let count = 0
  for (const variant of textsThatMayHave(index, run)) {
    const text = texts.at(variant)
    for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1)) {
      count++
      raise(before, at === 0 ? -count : text.charCodeAt(at - 1))
      raise(after, at + run.length === text.length ? -count : text.charCodeAt(at + run.length))
      raise(inTopic, topics.topicOf[articleOf[variant]!]!)
    }
  }
  const isWord =
    count >= OCCURRENCES_MIN &&
    freedom(before, count) >= FREEDOM_MIN &&
    freedom(after, count) >= FREEDOM_MIN &&
    Math.max(...inTopic.values()) >= TOPIC_SHARE_MIN * count
  return { isWord, share: count / Math.max(1, texts.count) }
}

/** Those that have its rarest pair of characters: a look at some dozens of texts instead of ten thousand. */
function textsThatMayHave(index: KnowledgeIndex, run: string): Uint32Array {
  const rarest = rarestOf(index, keysOfWritten(run))
  if (rarest < 0) return new Uint32Array(0)
  const variants = new Uint32Array(index.variantsWith.countAt(rarest))
  index.variantsWith.read(rarest, variants)
  return variants
}

function raise(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Entropy in bits. */
function freedom(counts: ReadonlyMap<number, number>, total: number): number {
  let bits = 0
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total)
  return bits
}
