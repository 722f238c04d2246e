// 快捷入口: tiles that lead somewhere, and the taxpayer's own choice of them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article, Topic } from '@zhengna/contract/domain/article.ts'
import type { ShortcutId } from '@zhengna/contract/ids.ts'
import { parse } from 'yaml'
import { anArticle } from '../../../../test/support/articles.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { temporaryFolder } from '../../../../test/support/server.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { BusEvents } from '../../platform/bus/bus.ts'
import { readShortcuts } from './shortcut-seed.ts'
import { createShortcuts, type Shortcuts } from './shortcuts.service.ts'

describe('the seeded tiles', () => {
  const { shortcuts, defaults } = readShortcuts()
  const folder = join(import.meta.dirname, '../../../seed/knowledge')
  const knowledge = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map(
      (name) => parse(readFileSync(join(folder, name), 'utf8')) as { topic: { id: string }; articles: { id: string; status?: string }[] },
    )

  it('lead to articles and topics that are there', () => {
    const topics = new Set(knowledge.map(({ topic }) => topic.id))
    const articles = new Set(knowledge.flatMap((file) => file.articles.filter(({ status }) => status !== 'draft').map(({ id }) => id)))
    for (const { id, action } of shortcuts) {
      if (action.kind === 'ask' && action.articleId) expect(articles, id).toContain(action.articleId)
      if (action.kind === 'open' && action.topicId) expect(topics, id).toContain(action.topicId)
      if (action.kind === 'link') expect(new URL(action.url).hostname, id).toMatch(/(^|\.)chinatax\.gov\.cn$/)
    }
  })

  it('are some that are shown at first, and more to add', () => {
    expect(defaults.length).toBeGreaterThan(3)
    expect(shortcuts.length).toBeGreaterThan(defaults.length)
  })
})

describe('a mistake in the seed stops the start', () => {
  const tile = { id: 'one', name: '一个', summary: '说明', icon: 'globe', action: { open: 'person' } }
  it.each([
    ['an unknown place', [{ ...tile, action: { open: 'nowhere' } }]],
    ['a link that is not https', [{ ...tile, action: { link: 'http://example.com' } }]],
    ['an unknown icon', [{ ...tile, icon: 'dragon' }]],
    ['an id twice', [tile, tile]],
    ['more shown than there is room for', Array.from({ length: 11 }, (_, n) => ({ ...tile, id: `t${n}`, shown: true }))],
    ['a word nobody reads', [{ ...tile, colour: 'red' }]],
  ])('%s', (_, seed) => {
    const folder = temporaryFolder('shortcuts')
    const file = join(folder, 'shortcuts.yaml')
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(seed))
    expect(() => readShortcuts(file)).toThrow()
    rmSync(folder, { recursive: true, force: true })
  })
})

describe('a taxpayer’s board', () => {
  const ids = (...names: string[]) => names as ShortcutId[]
  let stand: JournalStand
  let person: Caller
  let shortcuts: Shortcuts
  let published: { articles: Article[]; topics: Topic[] }

  beforeEach(async () => {
    stand = await openJournalStand()
    person = await stand.taxpayer()
    published = { articles: [anArticle('vat-filing-how')], topics: [{ id: 'e-tax-bureau' as never, name: '电子税务局', summary: '' }] }
    const { database, bus, clock } = stand
    shortcuts = createShortcuts({ database, bus, clock, catalogue: readShortcuts(), knowledge: { snapshot: () => published } })
  })
  afterEach(() => stand.close())

  const later = () => {
    stand.clock.advance(1_000)
    return stand.clock.now()
  }
  const choose = (chosen: string[], chosenAt = later()) => shortcuts.choose(person, { ids: ids(...chosen), chosenAt })
  const chosen = async () => (await shortcuts.board(person)).choice?.ids ?? null

  it('has no tile whose topic is gone, and asks as if typed where the article is', async () => {
    const { catalogue } = await shortcuts.board(person)
    const actionOf = (id: string) => catalogue.find((tile) => tile.id === id)?.action
    expect(actionOf('pack-e-tax-bureau')).toMatchObject({ topicId: 'e-tax-bureau' })
    expect(actionOf('pack-digital-invoice')).toBeUndefined()
    expect(actionOf('guide-vat-filing')).toMatchObject({ articleId: 'vat-filing-how' })
    expect(actionOf('guide-iit-settlement')).toMatchObject({ articleId: null })
  })

  it('has no choice until one is made, and then that, in its order, even none at all', async () => {
    expect(await chosen()).toBeNull()
    await choose(['packs', 'person'])
    expect(await chosen()).toEqual(['packs', 'person'])
    await choose([])
    expect(await chosen()).toEqual([])
  })

  it('is nobody else’s', async () => {
    await choose(['packs'])
    expect((await shortcuts.board(await stand.taxpayer())).choice).toBeNull()
  })

  it('has the choice made last, whichever is told first, and tells of what changed', async () => {
    const told: BusEvents['shortcuts.chosen'][] = []
    stand.bus.subscribe('shortcuts.chosen', (choice) => told.push(choice))
    const [early, late] = [later(), later()]
    const choice = await choose(['packs'], late)
    expect(await choose(['person'], early)).toEqual(choice)
    expect(await choose(['packs'], late)).toEqual(choice)
    expect(told).toEqual([{ personId: person.personId, choice }])
  })

  it('a clock that is ahead does not outlast everybody', async () => {
    expect((await choose(['packs'], stand.clock.now() + 86_400_000)).chosenAt).toBeLessThanOrEqual(stand.clock.now())
    await choose(['person'])
    expect(await chosen()).toEqual(['person'])
  })
})
