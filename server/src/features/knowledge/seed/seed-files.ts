// Reads the seeded knowledge base: one YAML file a topic (server/seed/knowledge/README.md has the form).
// A file with a mistake stops the import with the article and the rule it broke: half a knowledge base is worse than none.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import type { Lexicon } from '@zhengna/contract/domain/lexicon.ts'
import { Article, Topic, type Article as ArticleType, type Topic as TopicType } from '@zhengna/contract/domain/article.ts'
import { seedFolder } from './seed-folder.ts'
import { readSeededLexicon } from './seed-lexicon.ts'

export interface SeededKnowledge {
  readonly topics: TopicType[]
  readonly articles: ArticleType[]
  readonly lexicon: Lexicon
}

export interface Seed {
  /** Of the files' text: the import runs again when it changes. */
  readonly fingerprint: string
  /** Takes most of a second. */
  readonly read: () => SeededKnowledge
}

interface SeedArticle extends Omit<ArticleType, 'version' | 'topicId' | 'parts' | 'keywords' | 'note' | 'state'> {
  answer: string
  parts?: ArticleType['parts']
  keywords?: string[]
  note?: string
  status: 'published' | 'draft'
}

const isTopic = Compile(Topic)
const isArticle = Compile(Article)

/** `from` has the folders knowledge and lexicon. */
export function seedIn(from: string = seedFolder): Seed {
  const hash = createHash('sha256')
  for (const folder of ['knowledge', 'lexicon']) {
    for (const file of yamlIn(join(from, folder))) hash.update(file).update(readFileSync(join(from, folder, file)))
  }
  return { fingerprint: hash.digest('base64url'), read: () => readSeededKnowledge(from) }
}

export function readSeededKnowledge(from: string = seedFolder): SeededKnowledge {
  const folder = join(from, 'knowledge')
  const topics: TopicType[] = []
  const articles: ArticleType[] = []
  for (const file of yamlIn(folder)) {
    const { topic, articles: seeded } = parse(readFileSync(join(folder, file), 'utf8')) as { topic: TopicType; articles: SeedArticle[] }
    if (!isTopic.Check(topic)) throw new Error(`${file}: the topic needs id, name and summary.`)
    topics.push(topic)
    for (const article of seeded) articles.push(asArticle(article, topic, file))
  }
  return { topics, articles, lexicon: readSeededLexicon(join(from, 'lexicon')) }
}

const yamlIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()

function asArticle(
  { answer, parts = [], status, keywords = [], note = '', ...rest }: SeedArticle,
  topic: TopicType,
  file: string,
): ArticleType {
  const article = {
    ...rest,
    version: 1,
    topicId: topic.id,
    parts: [{ type: 'text' as const, markdown: answer.trim() }, ...parts],
    keywords,
    note,
    state: status,
  }
  if (!isArticle.Check(article)) {
    const [first] = isArticle.Errors(article)
    throw new Error(`${file}, article ${rest.id}: ${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`)
  }
  return article
}
