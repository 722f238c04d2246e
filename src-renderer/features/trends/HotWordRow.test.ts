// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import { createTexts } from '../../ui/index.ts'
import HotWordRow from './HotWordRow.vue'
import { trendsLocale } from './trends.locale.ts'

const words = ['契税', '印花税', '社保', '个税', '发票', '退税', '开票']

function rowWith(given: readonly string[] = words, shown = 3) {
  const row = mount(HotWordRow, { props: { words: given, shown }, global: { plugins: [createTexts(trendsLocale)] } })
  return {
    row,
    seen: () => row.findAll('li:not(.out) .word').map((word) => word.text()),
    others: () => row.find('.others'),
  }
}
afterEach(() => vi.restoreAllMocks())

/** Words from this place in the batch on have wrapped into the second line. */
function wrapFrom(place: number): void {
  vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function (this: HTMLElement) {
    return [...(this.parentElement?.children ?? [])].indexOf(this) >= place ? 36 : 0
  })
}

describe('hot words', () => {
  test('are shown a batch at a time; 换一批 goes on where it ended, round and round', async () => {
    const { seen, others } = rowWith()
    expect(seen()).toEqual(['契税', '印花税', '社保'])
    await others().trigger('click')
    expect(seen()).toEqual(['个税', '发票', '退税'])
    await others().trigger('click')
    expect(seen()).toEqual(['开票', '契税', '印花税'])
  })

  test('a click says the word', async () => {
    const { row } = rowWith()
    await row.get('.word').trigger('click')
    expect(row.emitted('ask')).toEqual([['契税']])
  })

  test('on a narrow line fewer are shown, none cut, none skipped', async () => {
    wrapFrom(2)
    const { row, seen, others } = rowWith()
    await row.setProps({ words: [...words] })
    await nextTick()
    await nextTick()
    expect(seen()).toEqual(['契税', '印花税'])
    expect(row.findAll('.word').map((word) => word.attributes('tabindex'))).toEqual([undefined, undefined, '-1'])
    await others().trigger('click')
    await nextTick()
    expect(seen()).toEqual(['社保', '个税'])
  })

  test('where all are shown there are no others', () => {
    expect(rowWith(['契税', '印花税'], 3).others().exists()).toBe(false)
  })

  test('with none there is no row', () => {
    expect(rowWith([], 3).row.find('.hot-words').exists()).toBe(false)
  })

  test('new ones begin with the first', async () => {
    const { row, seen, others } = rowWith()
    await others().trigger('click')
    await row.setProps({ words: ['注销', '代开', '红冲', '逾期'] })
    expect(seen()).toEqual(['注销', '代开', '红冲'])
  })
})
