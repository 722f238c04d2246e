import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyUpdate, digestOf, type KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import type { ArticleId, ConceptId, TopicId } from '@zhengna/contract/ids.ts'
import { codeOf, openDesk, third, writer, type Desk } from '../../../../test/support/desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ seed: { topics: { vat: [{ id: 'a' }, { id: 'b' }], iit: [{ id: 'c' }] }, subjects: { vat: ['增值税'] } } })
})
afterEach(() => desk.remove())

/** As a desktop does: over the wire, onto what it holds. */
async function follow(held: KnowledgeSnapshot | null): Promise<{ snapshot: KnowledgeSnapshot | null; wasWhole: boolean }> {
  const { version, update } = await desk.knowledge.updateSince(held?.version)
  if (!update) return { snapshot: held?.version === version ? held : null, wasWhole: false }
  return { snapshot: applyUpdate(held, JSON.parse(JSON.stringify(update)) as typeof update), wasWhole: update.base === null }
}

describe('an update', () => {
  it('without a version is the whole, with the newest nothing', async () => {
    const whole = await desk.knowledge.updateSince(undefined)
    expect(whole.update).toMatchObject({ base: null, version: whole.version, removed: [], digest: digestOf(desk.knowledge.snapshot()) })
    expect(await desk.knowledge.updateSince(whole.version)).toEqual({ version: whole.version, update: null })
  })

  it('from an earlier version has what changed and nothing else', async () => {
    const { version } = desk.knowledge.snapshot()
    await desk.publish({ text: '新' }, 'a' as ArticleId)
    await desk.editing.serving.expire(writer, 'b' as ArticleId, '停用', false)
    const { update } = await desk.knowledge.updateSince(version)
    expect(update).toMatchObject({ base: version, topics: null, lexicon: null, removed: ['b'] })
    expect(update?.articles.map(({ id, version: of }) => [id, of])).toEqual([['a', 2]])
  })

  it('after a setting of answering changed has the new value, and no article', async () => {
    const { version } = desk.knowledge.snapshot()
    await desk.settings.change(third, 'answering.suggestions', 3)
    const { update } = await desk.knowledge.updateSince(version)
    expect(update).toMatchObject({ base: version, articles: [], topics: null, lexicon: null, settings: { suggestionsMax: 3 } })
    expect(update?.version).not.toBe(version)
  })

  it.each([
    ['another store', (version: string) => `0123456789abcdef.${version.split('.')[1] ?? ''}`],
    ['the future', (version: string) => `${version}0`],
    ['an older program', () => 'QDxFJ3vVrXx3oKx0x8K1y0'],
    ['nobody', () => ''],
    ['somebody who plays', (version: string) => `${version}; drop table settings`],
  ])('to a version of %s is the whole', async (_, of) => {
    const { update } = await desk.knowledge.updateSince(of(desk.knowledge.snapshot().version))
    expect(update?.base).toBeNull()
    expect(update?.articles).toHaveLength(3)
  })

  it('is the whole where the log was cut since', async () => {
    const { version } = desk.knowledge.snapshot()
    await desk.publish({ text: '新' }, 'a' as ArticleId)
    const between = desk.knowledge.snapshot().version
    await desk.publish({ text: '更新' }, 'a' as ArticleId)
    const kept = Number(between.split('.')[1]) + 1
    await desk.database.write((trx) => trx.deleteFrom('knowledge_log').where('revision', '<', kept).execute())
    expect((await desk.knowledge.updateSince(version)).update?.base).toBeNull()
    expect((await desk.knowledge.updateSince(between)).update?.base).toBe(between)
  })

  it('onto something else is noticed by its digest', async () => {
    const held = (await follow(null)).snapshot!
    await desk.publish({ text: '新' }, 'a' as ArticleId)
    const { snapshot } = await follow({ ...held, articles: held.articles.slice(1) })
    expect(snapshot?.articles).toBeDefined()
    expect((await follow({ ...held, articles: held.articles.slice(0, 1) })).snapshot).toBeNull()
  })
})

type Step = {
  readonly what: 'publish' | 'expire' | 'create' | 'topic' | 'topic-gone' | 'concept' | 'concept-gone' | 'offices' | 'setting'
  readonly n: number
}

const steps = fc.array(
  fc.record({
    what: fc.constantFrom<Step['what'][]>(
      'publish',
      'publish',
      'expire',
      'create',
      'topic',
      'topic-gone',
      'concept',
      'concept-gone',
      'offices',
      'setting',
    ),
    n: fc.nat(3),
  }),
  { minLength: 1, maxLength: 12 },
)

async function take({ what, n }: Step, round: number): Promise<unknown> {
  const id = (['a', 'b', 'c', 'c'] as const)[n] as ArticleId
  const { editing } = desk
  switch (what) {
    case 'publish':
      return desk.publish({ text: `第 ${round} 版` }, id)
    case 'expire':
      return codeOf(editing.serving.expire(writer, id, '停用', n > 1))
    case 'create':
      return desk.publish({ question: `第 ${round} 个新问题` })
    case 'topic':
      return editing.topics.save(writer, { id: `topic-${n}` as TopicId, name: `专题 ${round}`, summary: '' })
    case 'topic-gone':
      return codeOf(editing.topics.remove(writer, `topic-${n}` as TopicId))
    case 'concept':
      return editing.lexicon.saveConcept(writer, { id: `concept-${n}` as ConceptId, role: 'matter', names: [`名称${round}`] })
    case 'concept-gone':
      return codeOf(editing.lexicon.removeConcept(writer, `concept-${n}` as ConceptId))
    case 'offices':
      return editing.lexicon.saveOtherOffices(writer, [{ name: `部门 ${round}`, contact: '', phrases: ['社保卡'], examples: [] }])
    case 'setting':
      return desk.settings.change(third, n > 1 ? 'answering.suggestions' : 'answering.rounds-without-hit', 1 + (round % 10))
  }
}

it('from every earlier version a delta leads to the whole, whatever happened between', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const earlier: KnowledgeSnapshot[] = []
      for (const step of sequence) {
        earlier.push((await follow(null)).snapshot!)
        await take(step, ++round)
      }
      const whole = (await follow(null)).snapshot!
      expect(digestOf(whole)).toBe(digestOf(desk.knowledge.snapshot()))
      for (const held of earlier) {
        const { snapshot, wasWhole } = await follow(held)
        expect(wasWhole).toBe(false)
        expect(snapshot).toEqual(whole)
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)
