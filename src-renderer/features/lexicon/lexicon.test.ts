// @vitest-environment happy-dom
import type { Concept, ConceptRole, OtherOffice } from '@zhengna/contract/domain/lexicon.ts'
import { emptyLexicon } from '@zhengna/contract/domain/lexicon.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { ConceptId } from '@zhengna/contract/ids.ts'
import { fail } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import { conceptFault } from './concept-faults.ts'
import { filterConcepts, namesToShow } from './concept-filter.ts'
import { lexiconLocale } from './lexicon.locale.ts'
import LexiconSection from './LexiconSection.vue'
import { splitNames, withNames } from './split-names.ts'

const concept = (id: string, role: ConceptRole, ...names: string[]): Concept => ({ id: id as ConceptId, role, names })
const concepts = [
  concept('surtax', 'subject', '附加税', '城建'),
  concept('vat', 'subject', '增值税', '营改增', 'vat'),
  concept('small', 'person', '小规模纳税人', '小规模'),
]
const office = (name: string): OtherOffice => ({ name, contact: '12333', phrases: ['社保卡'], examples: ['社保卡在哪补办'] })

async function sectionWith(answers: Parameters<typeof fakeHost>[0] = {}) {
  const held = { concepts: [...concepts], elsewhere: [office('人社部门'), office('住建部门')] }
  const host = fakeHost({
    'editing.getLexicon': () => ({ lexicon: { ...emptyLexicon, ...held }, uses: { vat: 12 } }),
    'editing.saveConcept': ({ params, body }: { params: { conceptId: ConceptId }; body: Omit<Concept, 'id'> }) => ({
      concept: { id: params.conceptId, ...body },
      clashes: [],
    }),
    'editing.removeConcept': () => ({}),
    'editing.saveOtherOffices': ({ body }: { body: { elsewhere: OtherOffice[] } }) => body,
    ...answers,
  })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const section = mount(LexiconSection, { global: { plugins: [pinia, createTexts(uiLocale, lexiconLocale)] }, attachTo: document.body })
  await flushPromises()
  // Drawers and questions stand beside the section.
  const button = (name: string) =>
    [...document.querySelectorAll('button')].find((found) =>
      (found.getAttribute('aria-label') ?? found.textContent.trim()).startsWith(name),
    )!
  const press = async (name: string) => {
    button(name).click()
    await flushPromises()
  }
  const asked = (name: string) => host.asked.filter((one) => one.name === name).map(({ params }) => params)
  const paste = async (text: string) => {
    const transfer = new DataTransfer()
    transfer.setData('text', text)
    document
      .querySelector('.names input')!
      .dispatchEvent(Object.assign(new Event('paste', { cancelable: true }), { clipboardData: transfer }))
    await flushPromises()
  }
  const shown = () => section.findAll('h3').map((found) => found.text())
  return { section, press, asked, paste, shown, held, host }
}
afterEach(() => void (document.body.innerHTML = ''))

describe('the lexicon', () => {
  test('shows concepts by role, and says how many articles use one', async () => {
    const { section, press, shown } = await sectionWith()
    expect(section.text()).toContain('3 个名称 · 12 个条目用到')
    await press('身份')
    expect(shown()).toEqual(['小规模纳税人身份'])
  })

  test('finds a concept by any of its names', async () => {
    const { section, shown } = await sectionWith()
    await section.get('input').setValue('营改')
    expect(shown()).toEqual(['增值税税种与对象'])
    await section.get('input').setValue('房产')
    expect(section.text()).toContain('没有找到含「房产」的词条')
  })

  test('a concept is added with many names pasted at once', async () => {
    const { press, paste, asked } = await sectionWith()
    await press('添加词条')
    await paste('契税\n买房税、过户税；契税')
    await press('保存')
    expect(asked('editing.saveConcept')).toEqual([
      {
        params: { conceptId: expect.stringMatching(/^term-[a-z0-9]+$/) as string },
        body: { role: 'subject', names: ['契税', '买房税', '过户税'] },
      },
    ])
    expect(document.querySelector('.el-drawer')).toBeNull()
  })

  test('one without a name is not sent; what was wrong is no longer said once it is mended; what the server refuses is told in its words, and nothing typed is lost', async () => {
    const { press, asked, paste, host } = await sectionWith()
    await press('添加词条')
    await press('保存')
    expect(document.querySelector('[role=alert]')?.textContent).toContain('请至少填写一个名称。')
    expect(asked('editing.saveConcept')).toEqual([])
    const genuine = host.request
    host.request = (name: string, params: never) =>
      name === 'editing.saveConcept'
        ? Promise.resolve(fail(failure('CONCEPT_INVALID', { reason: '标点不算名称。' })))
        : genuine(name as never, params)
    await paste('甲、乙')
    expect(document.querySelector('[role=alert]')).toBeNull()
    await press('保存')
    expect(document.querySelector('[role=alert]')?.textContent).toContain('词条不符合要求：标点不算名称。')
    expect(document.querySelectorAll('.tag')).toHaveLength(2)
  })

  test('a concept whose deletion is thought better of stays', async () => {
    const { press, asked } = await sectionWith()
    await press('删除「附加税」')
    await press('取消')
    expect(asked('editing.removeConcept')).toEqual([])
  })

  test('a concept is deleted only after a question that says who uses it', async () => {
    const { press, asked } = await sectionWith()
    await press('删除「增值税」')
    expect(document.querySelector('.el-message-box')?.textContent).toContain('有 12 个条目用到它')
    await press('确定')
    expect(asked('editing.removeConcept')).toEqual([{ params: { conceptId: 'vat' } }])
  })
})

describe('other offices', () => {
  test('one is changed in the list as it is by now', async () => {
    const { press, asked, held, paste } = await sectionWith()
    await press('其他部门')
    held.elsewhere = [office('公安部门'), ...held.elsewhere]
    await press('编辑「住建部门」')
    await paste('公积金、房产证')
    await press('保存')
    expect(asked('editing.saveOtherOffices')).toEqual([
      {
        body: {
          elsewhere: [office('公安部门'), office('人社部门'), { ...office('住建部门'), phrases: ['社保卡', '公积金', '房产证'] }],
        },
      },
    ])
  })

  test('one that somebody else changed meanwhile is not written over', async () => {
    const { press, asked, held, paste } = await sectionWith()
    await press('其他部门')
    await press('编辑「人社部门」')
    held.elsewhere = [{ ...office('人社部门'), contact: '12345' }]
    await paste('甲、乙')
    await press('保存')
    expect(document.querySelector('[role=alert]')?.textContent).toContain('其他知识维护员刚刚修改了这一项')
    expect(asked('editing.saveOtherOffices')).toEqual([])
  })
})

test('names are split at line breaks and marks, and none is there twice', () => {
  expect(splitNames(' 甲\r\n乙、丙，丁;戊\t己 ')).toEqual(['甲', '乙', '丙', '丁', '戊', '己'])
  expect(withNames(['甲'], ['甲', '乙', '乙'])).toEqual({ names: ['甲', '乙'], duplicates: 2 })
})

test('a concept that begins with the text comes before one that has it inside, and shows the name that was found', () => {
  expect(filterConcepts(concepts, { role: 'all', text: '值税' }).map(({ id }) => id)).toEqual(['vat'])
  expect(filterConcepts([...concepts, concept('tax', 'subject', '税款')], { role: 'all', text: '税' })[0]?.id).toBe('tax')
  expect(namesToShow(concepts[1]!, 'VAT')).toEqual(['增值税', 'vat', '营改增'])
})

test.each([
  ['idWrong', { id: 'VAT', role: 'subject', names: ['甲'] }],
  ['idTaken', { id: 'vat', role: 'subject', names: ['甲'] }],
  ['noKinds', { id: '', role: 'asking', names: ['咋'] }],
  ['noNames', { id: 'a', role: 'matter', names: [] }],
  ['tooLong', { id: 'a', role: 'matter', names: ['长'.repeat(41)] }],
  ['tooMany', { id: 'a', role: 'matter', names: Array.from({ length: 201 }, (_, n) => `名${n}`) }],
] as const)('a new concept may not be %s', (text, draft) => {
  expect(conceptFault(draft, concepts, true)?.text).toBe(text)
})
