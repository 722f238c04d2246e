import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Concept } from '@zhengna/contract/domain/lexicon.ts'
import type { ConceptId } from '@zhengna/contract/ids.ts'
import { codeOf, openDesk, writer, type Desk } from '../../../../test/support/desk.ts'

let desk: Desk
const id = (text: string): ConceptId => text as ConceptId

beforeEach(async () => {
  desk = await openDesk({
    seed: {
      topics: {
        vat: [
          { id: 'vat-one', question: '增值税怎么申报？', similar: ['VAT 咋报', '增值税申报'] },
          { id: 'vat-two', question: '契税怎么交？', similar: ['契税咋交'] },
        ],
      },
      subjects: { vat: ['增值税', 'vat'], deed: ['契税'], small: ['小规模'], general: ['一般人'] },
      facets: [{ id: id('kind'), label: '纳税人身份', question: '您是？', values: [id('small'), id('general')] }],
    },
  })
})
afterEach(() => desk.remove())

const save = (concept: Partial<Concept> & { id: ConceptId }) =>
  desk.editing.lexicon.saveConcept(writer, { role: 'subject', names: ['名称'], ...concept })
const concepts = async () => {
  await desk.knowledge.refresh()
  return desk.knowledge.snapshot().lexicon.concepts
}

describe('a concept', () => {
  it('keeps its names as the engine reads texts', async () => {
    const { concept } = await save({ id: id('stamp'), names: [' 印花稅！', 'Stamp  Duty', '印花税', '。'] })
    expect(concept.names).toEqual(['印花税', 'stamp duty'])
    expect((await concepts()).at(-1)).toEqual(concept)
  })

  it('may share a name with another, and says with which', async () => {
    const { clashes } = await save({ id: id('tax'), names: ['增值税', '契税', '税'] })
    expect(clashes).toEqual([
      { name: '增值税', conceptId: 'vat' },
      { name: '契税', conceptId: 'deed' },
    ])
  })

  it('saved as it was changes nothing', async () => {
    const { version } = desk.knowledge.snapshot()
    await save({ id: id('vat'), names: ['增值税', 'VAT'] })
    await concepts()
    expect(desk.knowledge.snapshot().version).toBe(version)
  })

  it('needs a name, and as a question word the id of a kind of question', async () => {
    expect(await codeOf(save({ id: id('x'), names: ['！？'] }))).toBe('CONCEPT_INVALID')
    expect(await codeOf(save({ id: id('x'), role: 'asking', names: ['咋'] }))).toBe('CONCEPT_INVALID')
    expect(await codeOf(save({ id: id('how'), role: 'asking', names: ['咋'] }))).toBeNull()
  })

  it('goes when no facet needs it', async () => {
    expect(await codeOf(desk.editing.lexicon.removeConcept(writer, id('small')))).toBe('CONCEPT_INVALID')
    await desk.editing.lexicon.removeConcept(writer, id('deed'))
    expect((await concepts()).map((concept) => concept.id)).toEqual(['vat', 'small', 'general'])
    expect(await codeOf(desk.editing.lexicon.removeConcept(writer, id('deed')))).toBe('CONCEPT_NOT_FOUND')
  })

  it('that was removed and is made again keeps its place', async () => {
    await desk.editing.lexicon.removeConcept(writer, id('deed'))
    await save({ id: id('deed'), names: ['契税'] })
    expect((await concepts()).map((concept) => concept.id)).toEqual(['vat', 'deed', 'small', 'general'])
  })
})

it('uses count published articles that name a concept in their questions, each once', async () => {
  expect((await desk.editing.lexicon.get()).uses).toEqual({ vat: 1, deed: 1, small: 0, general: 0 })
  await desk.publish({ question: '小规模的增值税怎么办？' })
  expect((await desk.editing.lexicon.get()).uses).toMatchObject({ vat: 2, small: 1 })
})

it('what other offices handle is replaced whole, read as the engine reads it', async () => {
  const office = { name: ' 人社部门 ', contact: '12333', phrases: ['社保卡', '社保卡', '失業金'], examples: [' 社保卡丢了怎么补 ', ''] }
  const saved = await desk.editing.lexicon.saveOtherOffices(writer, [office])
  expect(saved).toEqual([{ name: '人社部门', contact: '12333', phrases: ['社保卡', '失业金'], examples: ['社保卡丢了怎么补'] }])
  await desk.knowledge.refresh()
  expect(desk.knowledge.snapshot().lexicon.elsewhere).toEqual(saved)
})
