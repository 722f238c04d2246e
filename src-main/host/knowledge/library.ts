// The published knowledge base on this machine: kept as a file, replaced when the server has another, answered from offline.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@zhengna/answering/engine.ts'
import { applyUpdate, isInForce, type Article, type KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import { getSnapshot } from '@zhengna/contract/http/knowledge.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Events } from '../events.ts'
import type { Fetch } from '../sync/inbox.ts'
import { createEngineKeeper } from './engine-keeper.ts'

export interface Library {
  /** null until one is here. */
  snapshot(): KnowledgeSnapshot | null
  /** null until a snapshot is here. Opened at its first use, or when `warm` was called. */
  engine(): Promise<Engine | null>
  /** Somebody is about to type: the engine is opened now, and after every change, not at the first key. */
  warm(): void
  article(id: ArticleId): Article | null
  /** In the knowledge base's order; what may be shown today. */
  inForce(): Article[]
  /** Fetches the snapshot if `version` is another than ours. */
  refresh(version: string, fetch: Fetch): Promise<void>
  close(): Promise<void>
}

export interface LibraryParts {
  readonly dataDir: string
  readonly events: Events
  /** YYYY-MM-DD in Beijing. */
  readonly today: () => string
  readonly log: (line: string) => void
}

export async function openLibrary({ dataDir, events, today, log }: LibraryParts): Promise<Library> {
  const file = join(dataDir, 'knowledge.json')
  const keeper = createEngineKeeper(join(dataDir, 'knowledge.index'), log)
  let snapshot = await readKept(file)
  let isWarm = false
  let tail: Promise<unknown> = Promise.resolve()
  let writing: Promise<void> = Promise.resolve()
  let isClosed = false

  const engine = async (): Promise<Engine | null> => (snapshot ? keeper.engine(snapshot) : null)
  const open = (): void => {
    engine().then(
      // The first key finds also what only typing needs.
      (opened) => void opened?.suggest('', { day: today(), limit: 1 }),
      (error: unknown) => log(`engine: ${error instanceof Error ? error.message : 'failed'}`),
    )
  }
  /** Beside and moved over: a crash leaves the old one whole. */
  const write = async (content: string): Promise<void> => {
    await writeFile(`${file}.new`, content)
    await rename(`${file}.new`, file)
  }
  const follow = async (version: string, fetch: Fetch): Promise<void> => {
    if (version === snapshot?.version) return
    const next = (await updated(snapshot, fetch)) ?? (await updated(null, fetch))
    // The same again: what was told of is here already.
    if (!next || next === snapshot) return
    snapshot = next
    if (isWarm) open()
    // What comes after the end is for the next start.
    if (isClosed) return
    writing = write(JSON.stringify(snapshot))
    await writing
    events.emit('knowledge.changed', { version: snapshot.version, articles: snapshot.articles.length })
  }

  return {
    snapshot: () => snapshot,
    engine,
    warm() {
      if (isWarm) return
      isWarm = true
      open()
    },
    article: (id) => snapshot?.articles.find((article) => article.id === id) ?? null,
    inForce: () => (snapshot?.articles ?? []).filter(({ effective }) => isInForce(effective, today())),
    refresh(version, fetch) {
      // One after the other: two at once could leave the older one's result.
      const done = tail.then(() => follow(version, fetch))
      tail = done.catch(() => undefined)
      return done
    },
    async close() {
      isClosed = true
      await writing.catch(() => undefined)
      await keeper.close()
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
