import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultAnsweringSettings, type AnsweringSettings } from '@zhengna/contract/domain/article.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { openDesk, type Desk } from '../../../../test/support/desk.ts'
import { createLocalBus } from '../../platform/bus/bus.ts'
import { openKnowledge, recordChange } from './index.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ seed: { topics: { vat: [{ id: 'a' }, { id: 'b', status: 'draft' }] } } })
})
afterEach(() => desk.remove())

const fails = (error: unknown): void => expect.fail(String(error))

describe('the knowledge base', () => {
  it('serves what is published, and nothing else', () => {
    expect(desk.knowledge.snapshot().articles.map(({ id, state }) => [id, state])).toEqual([['a', 'published']])
  })

  it('has the same versions after a restart, and others in another store', async () => {
    const { version } = desk.knowledge.snapshot()
    const again = await openKnowledge({ database: desk.database, bus: createLocalBus(), onError: fails })
    expect(again.snapshot()).toEqual(desk.knowledge.snapshot())
    const other = await openDesk({ seed: { topics: { vat: [{ id: 'a' }, { id: 'b', status: 'draft' }] } } })
    expect(other.knowledge.snapshot().version).not.toBe(version)
    await other.remove()
  })

  it('is replaced by itself after each change, and tells of every replacement once', async () => {
    const told: string[] = []
    desk.knowledge.onReplaced(({ version }) => told.push(version))
    await desk.publish({ text: '新' }, 'a' as ArticleId)
    await desk.knowledge.refresh()
    expect(told).toEqual([desk.knowledge.snapshot().version])
  })

  it('keeps what did not change as it was', async () => {
    const before = desk.knowledge.snapshot()
    await desk.publish({ text: '新' }, 'a' as ArticleId)
    const after = desk.knowledge.snapshot()
    expect(after.lexicon).toBe(before.lexicon)
    expect(after.topics).toBe(before.topics)
    expect(before.articles[0]?.version).toBe(1)
  })

  it('follows what another process wrote when it is asked', async () => {
    const deaf = await openKnowledge({ database: desk.database, bus: createLocalBus(), onError: fails })
    const { version } = deaf.snapshot()
    await desk.publish({ text: '新' }, 'a' as ArticleId)
    expect(deaf.snapshot().version).toBe(version)
    const { update } = await deaf.updateSince(version)
    expect(update).toMatchObject({ base: version, articles: [{ id: 'a', version: 2 }] })
  })

  it('a change while it is read is read too', async () => {
    const running = desk.knowledge.refresh()
    const published = desk.publish({ text: '新' }, 'a' as ArticleId)
    await running
    await published
    expect(desk.served('a' as ArticleId)?.version).toBe(2)
  })

  it('reads the settings of answering again when they changed', async () => {
    let settings: AnsweringSettings = defaultAnsweringSettings
    const bus = createLocalBus()
    const { database } = desk
    const knowledge = await openKnowledge({ database, bus, onError: fails, settings: () => Promise.resolve(settings) })
    settings = { ...settings, suggestionsMax: 3 }
    await knowledge.refresh()
    expect(knowledge.snapshot().settings.suggestionsMax).toBe(8)
    await database.write((trx, after) => recordChange({ trx, after, bus, now: 1 }, 'settings', 'answering.suggestions'))
    await knowledge.refresh()
    expect(knowledge.snapshot().settings.suggestionsMax).toBe(3)
  })

  it('that cannot be read says so, and can be the next time', async () => {
    const errors: unknown[] = []
    const bus = createLocalBus()
    let isBroken = false
    const settings = (): Promise<AnsweringSettings> =>
      isBroken ? Promise.reject(new Error('no disk')) : Promise.resolve(defaultAnsweringSettings)
    const { database } = desk
    const knowledge = await openKnowledge({ database, bus, onError: (error) => errors.push(error), settings })
    isBroken = true
    await database.write((trx, after) => recordChange({ trx, after, bus, now: 1 }, 'settings', 'x'))
    await expect.poll(() => errors).toHaveLength(1)
    isBroken = false
    await knowledge.refresh()
    expect(knowledge.snapshot().version).not.toBe(desk.knowledge.snapshot().version)
    await desk.knowledge.refresh()
    expect(knowledge.snapshot().version).toBe(desk.knowledge.snapshot().version)
  })
})
