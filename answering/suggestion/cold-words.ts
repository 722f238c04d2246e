// 热词 before anybody has asked: what the knowledge base's questions name most, with what the season is about counting more.
import { conceptKey } from '../index/terms.ts'
import type { SeasonLift } from './filing-season.ts'
import type { Wordbook } from './wordbook.ts'

/** Most named first. */
export function coldWords(wordbook: Wordbook, liftOf: SeasonLift, limit: number): string[] {
  const { index } = wordbook
  const topics = topicsOf(wordbook)
  /** In which part of all questions, season by season weighed, the concept is. */
  const named = (concept: number): number => {
    const term = index.terms.find(conceptKey(concept))
    if (term < 0) return 0
    return topics.reduce((sum, { topic, id, size }) => {
      const place = index.topics.terms.values.subarray(index.topics.terms.starts[topic], index.topics.terms.starts[topic + 1]).indexOf(term)
      if (place < 0) return sum
      return sum + size * index.topics.frequency[index.topics.terms.starts[topic]! + place]! * (1 + liftOf(id))
    }, 0)
  }
  return [...wordbook.concepts()]
    .map(({ concept, name }) => ({ name, score: named(concept) * wordbook.tellingOfConcept(concept) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name)
}

/** `size`: how many articles a topic has. */
function topicsOf({ index: { topics } }: Wordbook): { topic: number; id: string; size: number }[] {
  const sizes = new Uint32Array(topics.ids.length)
  for (const topic of topics.topicOf) sizes[topic]!++
  return topics.ids.map((id, topic) => ({ topic, id, size: sizes[topic]! }))
}
