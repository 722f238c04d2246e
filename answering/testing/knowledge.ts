// Reads the seeded knowledge from its YAML files, for tests and calibration only: the engine itself does no I/O.
import { readdirSync, readFileSync } from 'node:fs'
import { defaultAnsweringSettings, type Article, type KnowledgeSnapshot, type Topic } from '@zhengna/contract/domain/article.ts'
import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import { parse } from 'yaml'
import { readLexicon } from './lexicon.ts'

type SeedArticle = Omit<Article, 'version' | 'topicId' | 'parts' | 'state' | 'keywords'> & {
  answer: string
  parts?: AnswerPart[]
  status: Article['state']
  keywords?: unknown[]
}
type SeedFile = { topic: Topic; articles: SeedArticle[] }

const folder = new URL('../../server/seed/knowledge/', import.meta.url)

export function readKnowledge(): Omit<KnowledgeSnapshot, 'version'> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => readSeedFile(new URL(name, folder)))
  return {
    lexicon: readLexicon(),
    settings: defaultAnsweringSettings,
    topics: files.map((file) => file.topic),
    articles: files.flatMap((file) =>
      file.articles.map(({ answer, parts = [], status, ...article }) => ({
        ...article,
        version: 1,
        topicId: file.topic.id,
        parts: [{ type: 'text' as const, markdown: answer }, ...parts],
        state: status,
        // YAML reads a bare 2026 as a number.
        keywords: (article.keywords ?? []).map(String),
        similar: article.similar.map(String),
      })),
    ),
  }
}

/** A file that its writer has not finished is left out. */
function readSeedFile(url: URL): SeedFile[] {
  try {
    const file = parse(readFileSync(url, 'utf8')) as SeedFile
    return Array.isArray(file.articles) ? [file] : []
  } catch (error) {
    console.warn(`${url.pathname}: ${String(error)}`)
    return []
  }
}
