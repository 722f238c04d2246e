// The published knowledge base on this machine: kept as a file, replaced when the server has another, answered from offline.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createEngine, type Engine } from '@zhengna/answering/engine.ts'
import { applyUpdate, isInForce, type Article, type KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import { getSnapshot } from '@zhengna/contract/http/knowledge.ts'
import type { QuestionLink, TopicPack } from '@zhengna/contract/host/knowledge.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Events } from '../events.ts'
import { recommend } from './recommend.ts'
import type { Fetch } from '../sync/inbox.ts'

export interface Library {
  version(): string
  /** null until a snapshot is here. Built at its first use: a window that never goes offline never pays for it. */
  engine(): Engine | null
  article(id: ArticleId): Article | null
  topics(): TopicPack[]
  recommended(audiences: readonly Audience[]): QuestionLink[]
  /** Fetches the snapshot if `version` is another than ours. */
  refresh(version: string, fetch: Fetch): Promise<void>
}

const FILE = 'knowledge.json'

export async function openLibrary(dataDir: string, events: Events, today: () => string): Promise<Library> {
  const file = join(dataDir, FILE)
  let snapshot = await readKept(file)
  let engine: Engine | null = null
  const inForce = (): Article[] => (snapshot?.articles ?? []).filter(({ effective }) => isInForce(effective, today()))
  let tail: Promise<unknown> = Promise.resolve()
  const link = ({ id, question }: Article): QuestionLink => ({ articleId: id, question })
  const follow = async (version: string, fetch: Fetch): Promise<void> => {
    if (version === snapshot?.version) return
    const next = (await updated(snapshot, fetch)) ?? (await updated(null, fetch))
    // The same again: what was told of is here already.
    if (!next || next === snapshot) return
    snapshot = next
    engine = null
    // Written beside and moved over: a crash leaves the old one whole.
    await writeFile(`${file}.new`, JSON.stringify(snapshot))
    await rename(`${file}.new`, file)
    events.emit('knowledge.changed', { version: snapshot.version, articles: snapshot.articles.length })
  }

  return {
    version: () => snapshot?.version ?? '',
    engine() {
      if (snapshot) engine ??= createEngine(snapshot)
      return engine
    },
    article: (id) => snapshot?.articles.find((article) => article.id === id) ?? null,
    topics() {
      const articles = inForce()
      const packs = (snapshot?.topics ?? []).map((topic) => ({
        topic,
        questions: articles.filter(({ topicId }) => topicId === topic.id).map(link),
      }))
      return packs.filter(({ questions }) => questions.length > 0)
    },
    recommended: (audiences) => recommend(inForce(), audiences).map(link),
    refresh(version, fetch) {
      // One after the other: two at once could leave the older one's result.
      const done = tail.then(() => follow(version, fetch))
      tail = done.catch(() => undefined)
      return done
    },
  }
}

/** What the server has now; null where it could not be had, or what it sent does not fit what is held. */
async function updated(held: KnowledgeSnapshot | null, fetch: Fetch): Promise<KnowledgeSnapshot | null> {
  const reply = await fetch(getSnapshot, { query: held ? { version: held.version } : {} })
  if (!reply.ok) return null
  return reply.value.update ? applyUpdate(held, reply.value.update) : held
}

async function readKept(file: string): Promise<KnowledgeSnapshot | null> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Partial<KnowledgeSnapshot>
    // One of an older program lacks what came since; the server has the whole.
    return kept.lexicon && kept.settings ? (kept as KnowledgeSnapshot) : null
  } catch {
    // Not there yet, or cut short by a full disk: the server has it.
    return null
  }
}
