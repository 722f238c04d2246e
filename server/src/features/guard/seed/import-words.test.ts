// The words that come with the program, as a server has them after its start.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEvaluationSet } from '@zhengna/answering/testing/evaluation-set.ts'
import { readAbusiveMessages, readOrdinaryMessages } from '@zhengna/answering/testing/guard-set.ts'
import { readKnowledge } from '@zhengna/answering/testing/knowledge.ts'
import { SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import { Compile } from 'typebox/compile'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wordContent, wordId } from '../../../../../test/support/guard.ts'
import { openJournalStand, type JournalStand } from '../../../../../test/support/journal.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { answerText } from '../answer-text.ts'
import type { GuardParts } from '../guard-parts.ts'
import { wordFault } from '../word-fault.ts'
import { createWordsDesk } from '../words.service.ts'
import { selectWords, toWord } from '../words.store.ts'
import { importWords } from './import-words.ts'
import { readSeededWords } from './seed-words.ts'

const admin = { personId: 'admin001' as never }
let stand: JournalStand
const desk = () =>
  createWordsDesk({ ...stand, holder: stand.guard, knowledge: { snapshot: () => ({ articles: [] }) } } as unknown as GuardParts)

describe('an import', () => {
  let folder: string
  beforeEach(async () => {
    stand = await openJournalStand()
    folder = join(temporaryFolder('guard-seed'), 'guard')
    mkdirSync(folder)
  })
  afterEach(async () => {
    await stand.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const write = (...words: { id: string; word: string | number; [field: string]: unknown }[]): void =>
    writeFileSync(join(folder, 'abuse.yaml'), JSON.stringify({ category: 'abuse', words }))
  const bring = () => importWords(stand, readSeededWords(folder))
  const kept = async () => (await desk().list({})).words.map(({ id, word }) => [id, word])

  it('brings the words at the first start, and changes of the files with a later one', async () => {
    write({ id: 'abuse-a', word: '甲词' }, { id: 'abuse-b', word: 250, exceptions: ['250 元'] })
    await bring()
    await stand.guard.refresh()
    expect(await kept()).toEqual([
      ['abuse-a', '甲词'],
      ['abuse-b', '250'],
    ])
    expect(stand.guard.guard().check('甲词', 'in').decision).toBe('changed')
    write({ id: 'abuse-a', word: '甲词|另写' }, { id: 'abuse-c', word: '丙词' })
    await bring()
    expect(await kept()).toEqual([
      ['abuse-a', '甲词|另写'],
      ['abuse-c', '丙词'],
    ])
  })

  it('leaves alone what administrators changed, added or removed', async () => {
    write({ id: 'abuse-a', word: '甲词' }, { id: 'abuse-b', word: '乙词' })
    await bring()
    await desk().save(admin, wordId('abuse-a'), wordContent('甲词', { isEnabled: false }), true)
    await desk().remove(admin, wordId('abuse-b'))
    const { id } = await desk().add(admin, wordContent('丁词'), true)
    write({ id: 'abuse-a', word: '甲词|另写' }, { id: 'abuse-b', word: '乙词|另写' }, { id: 'abuse-c', word: '丙词' })
    await bring()
    expect(new Set((await kept()).map(String))).toEqual(new Set(['abuse-a,甲词', `${id},丁词`, 'abuse-c,丙词']))
  })

  it('that brings nothing new changes nothing', async () => {
    write({ id: 'abuse-a', word: '甲词' })
    await bring()
    const revisions: number[] = []
    stand.bus.subscribe('guard.changed', ({ revision }) => revisions.push(revision))
    await bring()
    expect(revisions).toEqual([])
  })

  it.each([
    [{ id: 'abuse-a', word: '甲…' }, /abuse-a: a part or spelling is empty/],
    [{ id: 'Abuse', word: '甲词' }, /word Abuse/],
    [{ id: 'abuse-a', word: '甲词', direction: 'sideways' }, /direction/],
  ])('with a mistake stops and names the word: %j', (word, message) => {
    write(word)
    expect(() => readSeededWords(folder)).toThrow(message)
  })

  it('with an id twice stops', () => {
    write({ id: 'abuse-a', word: '甲词' }, { id: 'abuse-a', word: '乙词' })
    expect(() => readSeededWords(folder)).toThrow('abuse-a is there twice')
  })
})

describe('the seeded words as imported', () => {
  beforeAll(async () => {
    stand = await openJournalStand()
    await importWords(stand, readSeededWords())
    await stand.guard.refresh()
  })
  afterAll(() => stand.close())

  const isTouched = (text: string): boolean =>
    (['in', 'out'] as const).some((direction) => stand.guard.guard().check(text, direction).decision !== 'pass')
  const share = (texts: readonly string[], holds: (text: string) => boolean): number => texts.filter(holds).length / texts.length

  it('are words an administrator could save', async () => {
    const isWord = Compile(SensitiveWord)
    const words = (await selectWords(stand.database.reader).selectAll().execute()).map(toWord)
    expect(words.length).toBeGreaterThan(100)
    expect(words.filter((word) => !isWord.Check(word) || wordFault(word, word.word) !== null).map(({ id }) => id)).toEqual([])
  })

  it('have notes that administrators can read', async () => {
    const notes = (await selectWords(stand.database.reader).select('note').where('note', '<>', '').execute()).map(({ note }) => note)
    expect(notes.filter((note) => !/\p{Script=Han}/u.test(note) || /[a-z]{3,}/i.test(note))).toEqual([])
  })

  it('catch at least 90 % of abuse', () => {
    const abuse = readAbusiveMessages().flatMap(({ split, text }) => (split === 'test' ? text : []))
    expect(share(abuse, (text) => stand.guard.guard().check(text, 'in').decision !== 'pass')).toBeGreaterThanOrEqual(0.9)
  })

  it('touch at most 1 % of ordinary messages and questions, either way', () => {
    const ordinary = readOrdinaryMessages().flatMap(({ split, text }) => (split === 'test' ? text : []))
    const questions = readKnowledge().articles.flatMap(({ question, similar }) => [question, ...similar])
    for (const texts of [ordinary, questions, readEvaluationSet().map(({ query }) => query)])
      expect(share(texts, isTouched)).toBeLessThanOrEqual(0.01)
  })

  it('leave every answer of the knowledge base as it is', () => {
    const answers = readKnowledge().articles.map(({ id, question, parts }) => ({
      id,
      text: answerText({ question, parts, options: [] } as never),
    }))
    const touched = answers.filter(({ text }) => stand.guard.guard().check(text, 'out').decision !== 'pass')
    expect(touched.map(({ id }) => id)).toEqual([])
  })
})
