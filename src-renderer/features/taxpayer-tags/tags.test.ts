// @vitest-environment happy-dom
import { failure } from '@zhengna/contract/errors.ts'
import type { TaggedTaxpayer } from '@zhengna/contract/domain/taxpayer-tag.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { recordsLocale } from '../records/index.ts'
import { recordHost, type RecordHost } from '../records/record-host.fixture.ts'
import { tagsLocale } from './tags.locale.ts'
import TagsDialog from './TagsDialog.vue'

const taxpayer = (number: number): TaggedTaxpayer => ({
  id: `p${number}` as PersonId,
  name: `纳税人${number}`,
  taxpayerNumber: '910***********0018',
  officeName: '第一税务局',
})
let host: RecordHost
let held: TaggedTaxpayer[]
async function dialog({ isRefused = false } = {}) {
  const tags = () => (held.length === 0 ? [] : [{ name: '新办户', count: held.length }])
  host = recordHost({
    'tags.list': () => ok({ tags: tags() }),
    'tags.tagged': ({ query }: { query: { page: number } }) =>
      ok({ items: held.slice((query.page - 1) * 10, query.page * 10), total: held.length }),
    'tags.give': ({ body }: { body: { taxpayerNumbers: string[] } }) => {
      if (isRefused) return fail(failure('HOST_OFFLINE'))
      held = [...held, taxpayer(held.length)]
      return ok({ added: 1, already: 1, unknown: body.taxpayerNumbers.slice(1) })
    },
    'tags.take': ({ params }: { params: { personId: string } }) => {
      held = held.filter(({ id }) => id !== params.personId)
      return ok({ tags: tags() })
    },
  })
  installHost(host)
  const page = mount(TagsDialog, { global: { plugins: [createTexts(uiLocale, recordsLocale, tagsLocale)] }, attachTo: document.body })
  await flushPromises()
  const fill = (name: string, text: string) => page.get(`[data-field=${name}]`).get('input, textarea').setValue(text)
  const submit = async () => {
    await page.get('form').trigger('submit')
    await flushPromises()
  }
  const pick = async () => {
    await page.get('[aria-pressed]').trigger('click')
    await flushPromises()
  }
  const value = (name: string) => (page.get(`[data-field=${name}]`).get('input, textarea').element as HTMLTextAreaElement).value
  return { page, fill, submit, pick, value }
}
beforeEach(() => {
  held = []
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
})
afterEach(() => void (document.body.innerHTML = ''))

describe('纳税人标签', () => {
  test('given to a list, who was not found stays in the field', async () => {
    const { page, fill, submit, value } = await dialog()
    expect(page.text()).toContain('还没有标签')
    await fill('tag', ' 新办户 ')
    await fill('numbers', '91000000MA00000018\n91000000MA00000099')
    await submit()
    expect(host.last('tags.give')).toMatchObject({
      params: { tag: '新办户' },
      body: { taxpayerNumbers: ['91000000MA00000018', '91000000MA00000099'] },
    })
    expect(page.get('[role=status]').text()).toContain('已为 1 位纳税人添加标签“新办户”。其中 1 位原来就有')
    expect(value('numbers')).toBe('91000000MA00000099')
    expect(page.get('[aria-pressed=true]').text()).toBe('新办户1')
  })

  test('what is missing or no number is said at its field, and nothing is asked of the server', async () => {
    const { page, fill, submit } = await dialog()
    await submit()
    expect(page.findAll('[role=alert]').map((one) => one.text())).toEqual(['请填写标签名。', '请填写至少一个纳税人识别号。'])
    await fill('tag', '新办户')
    for (const wrong of ['9'.repeat(31), '91000000MA00000018\n某某公司']) {
      await fill('numbers', wrong)
      await submit()
      expect(page.get('[role=alert]').text()).toContain('不是纳税人识别号')
    }
    await fill('numbers', Array.from({ length: 1001 }, (_, number) => `A${number}`).join('\n'))
    await submit()
    expect(page.get('[role=alert]').text()).toBe('一次最多 1000 个，现有 1001 个，请分几次添加。')
    expect(host.asked.some(({ name }) => name === 'tags.give')).toBe(false)
  })

  test('refused, what was typed stays', async () => {
    const { page, fill, submit, value } = await dialog({ isRefused: true })
    await fill('tag', '新办户')
    await fill('numbers', '91000000MA00000018')
    await submit()
    expect(page.get('[role=alert]').text()).toContain('当前未连接到服务')
    expect(value('numbers')).toBe('91000000MA00000018')
  })

  test('taken from the last of a page, the page before is shown; from the last of all, the tag is gone', async () => {
    held = Array.from({ length: 11 }, (_, number) => taxpayer(number))
    const { page, pick } = await dialog()
    await pick()
    expect(page.findAll('.tagged li')).toHaveLength(10)
    await page.get('[aria-label="从“纳税人0”移除标签“新办户”"]').trigger('click')
    await flushPromises()
    expect(page.findAll('.tagged li')).toHaveLength(10)
    held = [taxpayer(3)]
    await page.get('[aria-label="从“纳税人3”移除标签“新办户”"]').trigger('click')
    await flushPromises()
    expect(page.text()).toContain('还没有标签')
  })
})
