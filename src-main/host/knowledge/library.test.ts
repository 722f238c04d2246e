import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultAnsweringSettings, digestOf, type KnowledgeSnapshot, type KnowledgeUpdate } from '@zhengna/contract/domain/article.ts'
import { emptyLexicon } from '@zhengna/contract/domain/lexicon.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import { buildArticle } from '@zhengna/answering/testing/article-builder.ts'
import { temporaryFolder } from '../../../test/support/server.ts'
import { createEvents } from '../events.ts'
import type { Fetch } from '../sync/inbox.ts'
import { openLibrary, type Library } from './library.ts'

let folder: string
let library: Library
let told: string[]
beforeEach(async () => {
  folder = temporaryFolder('library')
  told = []
  const events = createEvents()
  events.subscribe((name, payload) => told.push(`${name} ${(payload as { version: string }).version}`))
  library = await openLibrary({ dataDir: folder, events, today: () => '2026-06-01', log: () => undefined })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The knowledge base with one article in its n-th version. */
const at = (n: number): KnowledgeSnapshot => ({
  version: `s.${n}`,
  topics: [],
  articles: [buildArticle({ id: 'a', version: n })],
  lexicon: emptyLexicon,
  settings: defaultAnsweringSettings,
})

const updateTo = (n: number, base: string | null): KnowledgeUpdate => ({ ...at(n), base, digest: digestOf(at(n)), removed: [] })

/** A server that is at version `newest()`, and what it was asked. */
function serverAt(newest: () => number, asked: (string | undefined)[] = [], spoil = (update: KnowledgeUpdate) => update): Fetch {
  return ((_route: unknown, { query }: { query: { version?: string } }) => {
    asked.push(query.version)
    const n = newest()
    const update = query.version === `s.${n}` ? null : spoil(updateTo(n, query.version ?? null))
    return Promise.resolve(ok({ version: `s.${n}`, update }))
  }) as unknown as Fetch
}

const held = (): number | undefined => library.article('a' as ArticleId)?.version

describe('the library', () => {
  it('asks for what changed since what it holds', async () => {
    const asked: (string | undefined)[] = []
    await library.refresh(
      's.1',
      serverAt(() => 1, asked),
    )
    await library.refresh(
      's.2',
      serverAt(() => 2, asked),
    )
    expect(asked).toEqual([undefined, 's.1'])
    expect(held()).toBe(2)
    expect(told).toEqual(['knowledge.changed s.1', 'knowledge.changed s.2'])
  })

  it('asks for nothing, and tells of nothing, where it is there already', async () => {
    const asked: (string | undefined)[] = []
    const fetch = serverAt(() => 2, asked)
    await library.refresh('s.2', fetch)
    await library.refresh('s.2', fetch)
    // An older word of the same server, come late.
    await library.refresh('s.1', fetch)
    expect(asked).toEqual([undefined, 's.2'])
    expect(told).toEqual(['knowledge.changed s.2'])
  })

  it('asked twice at once ends with the newer one, however long the first takes', async () => {
    await library.refresh(
      's.1',
      serverAt(() => 1),
    )
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const first = library.refresh('s.2', (() => promise) as unknown as Fetch)
    const second = library.refresh(
      's.3',
      serverAt(() => 3),
    )
    resolve(ok({ version: 's.2', update: updateTo(2, 's.1') }))
    await Promise.all([first, second])
    expect(held()).toBe(3)
  })

  it('takes the whole where the difference does not lead where it should', async () => {
    await library.refresh(
      's.1',
      serverAt(() => 1),
    )
    const asked: (string | undefined)[] = []
    const spoil = (update: KnowledgeUpdate): KnowledgeUpdate => (update.base === null ? update : { ...update, digest: 'another' })
    await library.refresh(
      's.2',
      serverAt(() => 2, asked, spoil),
    )
    expect(asked).toEqual(['s.1', undefined])
    expect(held()).toBe(2)
  })

  it('keeps what it has where there is no line, and goes on with the next', async () => {
    await library.refresh(
      's.1',
      serverAt(() => 1),
    )
    await library.refresh('s.2', () => Promise.resolve(fail(failure('HOST_OFFLINE'))))
    expect(held()).toBe(1)
    await library.refresh(
      's.2',
      serverAt(() => 2),
    )
    expect(held()).toBe(2)
  })

  it('has it again after a restart', async () => {
    await library.refresh(
      's.1',
      serverAt(() => 1),
    )
    const again = await openLibrary({ dataDir: folder, events: createEvents(), today: () => '2026-06-01', log: () => undefined })
    expect(again.snapshot()?.version).toBe('s.1')
  })
})
