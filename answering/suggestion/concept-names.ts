// Which concepts are words to show somebody, and by which of their names: the one that editors write most.
import type { KnowledgeIndex } from '../index/knowledge-index.ts'
import { conceptKey } from '../index/terms.ts'
import { PhraseTrie } from '../text/phrase-trie.ts'

/** Chinese only: 10万 and 12366 are concepts, and no words for anybody. */
const SHOWABLE = /^(?![一二三四五六七八九十百千万亿]+$)\p{Script=Han}{2,10}$/u
/** What is done with everything (申请, 资料) says nothing by itself: a matter must belong to one topic so much. */
const MATTER_TOPIC_SHARE_MIN = 0.25

/** By concept; null for one that is no thing to look for. */
export function nameConcepts(index: KnowledgeIndex): (string | null)[] {
  const { concepts } = index.vocabulary.lexicon
  const written = countNames(index)
  const owners = new Map<string, number>()
  for (const name of concepts.flatMap(({ names }) => names)) owners.set(name, (owners.get(name) ?? 0) + 1)
  return concepts.map(({ role, names }, concept) => {
    if (role !== 'subject' && role !== 'matter') return null
    if (role === 'matter' && topicShare(index, concept) < MATTER_TOPIC_SHARE_MIN) return null
    // 买房 means a home and buying: it names neither.
    const [first, ...others] = names.filter((name) => owners.get(name) === 1 && SHOWABLE.test(name))
    if (first === undefined) return null
    const count = (name: string): number => written.get(name) ?? 0
    return others.reduce((best, name) => (count(name) > count(best) ? name : best), first)
  })
}

/** How often each name stands in a standard question, the longest at each place. */
function countNames({ vocabulary, texts, articleOf }: KnowledgeIndex): Map<string, number> {
  const names = [...new Set(vocabulary.lexicon.concepts.flatMap((concept) => concept.names))]
  const trie = new PhraseTrie()
  for (const [place, name] of names.entries()) trie.add(name, place)
  const counts = new Map<string, number>()
  for (let variant = 0; variant < texts.count; variant++) {
    if (variant > 0 && articleOf[variant] === articleOf[variant - 1]) continue
    const text = texts.at(variant)
    for (let i = 0; i < text.length;) {
      const length = trie.longestAt(text, i)
      if (length > 0) counts.set(names[trie.value]!, (counts.get(names[trie.value]!) ?? 0) + 1)
      i += Math.max(length, 1)
    }
  }
  return counts
}

/** Of all questions that name it, those of the topic that names it most. */
function topicShare({ terms, topics }: KnowledgeIndex, concept: number): number {
  const term = terms.find(conceptKey(concept))
  let most = 0
  let all = 0
  for (let topic = 0; topic + 1 < topics.terms.starts.length; topic++) {
    const [start, end] = [topics.terms.starts[topic]!, topics.terms.starts[topic + 1]!]
    const place = topics.terms.values.subarray(start, end).indexOf(term)
    const frequency = place < 0 ? 0 : topics.frequency[start + place]!
    most = Math.max(most, frequency)
    all += frequency
  }
  return all > 0 ? most / all : 0
}
