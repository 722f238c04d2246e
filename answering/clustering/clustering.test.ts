import { describe, expect, it } from 'vitest'
import { createEngine } from '../engine.ts'
import { readKnowledge } from '../testing/knowledge.ts'
import { groupByMeaning, nearestToAll } from './groups.ts'

const knowledge = readKnowledge()
const engine = createEngine(knowledge)
const groupsOf = (questions: readonly string[]): number[] => groupByMeaning(questions.map((question) => engine.meaning(question)))

describe('questions are grouped by meaning', () => {
  it('other words, typos and courtesies for the same thing make one group', () => {
    const asked = ['工会经费多少钱', '老师您好请问工会经费交多少', '工会经费要缴多少呢', '工会筹备金交多少']
    expect(new Set(groupsOf(asked)).size).toBe(1)
  })

  it('other things make other groups', () => {
    expect(groupsOf(['残保金怎么申报', '车船税在哪里交', '发票丢了怎么办', '残保金申报表怎么填'])).toEqual([0, 1, 2, 0])
  })

  it('what says nothing is in no group', () => {
    expect(groupsOf(['？？', '契税怎么交', ''])).toEqual([-1, 0, -1])
  })

  it('the same questions in the same order make the same groups', () => {
    const asked = knowledge.articles.slice(0, 20).flatMap(({ similar }) => similar)
    expect(groupsOf(asked)).toEqual(groupsOf(asked))
  })

  it('of taxpayers’ own ways to put the knowledge base’s questions, nine in ten land among their like', () => {
    const asked = knowledge.articles
      .filter((_, place) => place % 12 === 0)
      .flatMap(({ id, similar }) => similar.map((question) => ({ id, question })))
    const groups = groupsOf(asked.map(({ question }) => question))
    /** By group, by article: how many. */
    const counts = new Map<number, Map<string, number>>()
    for (const [place, { id }] of asked.entries()) {
      const ofGroup = counts.get(groups[place]!) ?? new Map<string, number>()
      counts.set(groups[place]!, ofGroup.set(id, (ofGroup.get(id) ?? 0) + 1))
    }
    const alike = [...counts.values()].reduce((sum, ofGroup) => sum + Math.max(...ofGroup.values()), 0)
    expect(alike / asked.length).toBeGreaterThan(0.9)
  })

  it('ten thousand take less than five seconds', () => {
    const asked = knowledge.articles.flatMap(({ question, similar }) => [question, ...similar])
    const many = Array.from({ length: 10_000 }, (_, place) => asked[place % asked.length]! + (place >= asked.length ? '吗' : ''))
    // Time of this process alone: neighbours on the machine do not count.
    const before = process.cpuUsage()
    groupsOf(many)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(5)
  })
})

describe('the question that stands for a group', () => {
  it('is the one nearest to all others', () => {
    const asked = ['工会经费和残保金', '工会经费怎么交', '工会经费在哪里交', '没有人的工会经费怎么交']
    expect(asked[nearestToAll(asked.map((question) => engine.meaning(question)))]).toBe('工会经费怎么交')
  })

  it('of none there is none', () => {
    expect(nearestToAll([])).toBe(-1)
  })
})
