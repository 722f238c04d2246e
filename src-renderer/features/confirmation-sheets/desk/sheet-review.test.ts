// @vitest-environment happy-dom
import type { DeskSheet, Material } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, expect, test } from 'vitest'
import { installHost } from '../../../host/index.ts'
import { createTexts, uiLocale } from '../../../ui/index.ts'
import { attachmentsLocale } from '../../attachments/index.ts'
import { recordsLocale } from '../../records/index.ts'
import { recordHost, refused, type RecordHost } from '../../records/record-host.fixture.ts'
import { confirmationSheetsLocale } from '../confirmation-sheets.locale.ts'
import { aMaterial, atDesk, sheetId, submitted } from '../sheet.fixture.ts'
import SheetDeskDetail from './SheetDeskDetail.vue'
import { sheetDeskLocale } from './sheet-desk.locale.ts'

let host: RecordHost
afterEach(() => void (document.body.innerHTML = ''))

async function open(over: Partial<DeskSheet> = submitted()) {
  let held = atDesk(over)
  const become = (place: number, change: Partial<Material>) => {
    const items = held.items.map((one) => (one.place === place ? { ...one, ...change } : one))
    held = { ...held, revision: held.revision + 1, items }
    return ok({ sheet: held })
  }
  host = recordHost({
    'sheets.deskGet': () => ok({ sheet: held }),
    'sheets.accept': ({ params }: { params: { place: string } }) => become(Number(params.place), { state: 'accepted' }),
    'sheets.return': ({ params, body }: { params: { place: string }; body: { reason: string } }) =>
      become(Number(params.place), { state: 'returned', reason: body.reason }),
    'sheets.withdraw': () => ok({ sheet: (held = { ...held, revision: held.revision + 1, state: 'withdrawn' }) }),
  })
  installHost(host)
  const detail = mount(SheetDeskDetail, {
    props: { sheetId },
    global: {
      plugins: [createPinia(), createTexts(uiLocale, attachmentsLocale, recordsLocale, confirmationSheetsLocale, sheetDeskLocale)],
    },
    attachTo: document.body,
  })
  await flushPromises()
  const press = async (label: string) => {
    await detail
      .findAll('button')
      .find((one) => (one.attributes('aria-label') ?? one.text()) === label)!
      .trigger('click')
    await flushPromises()
  }
  const submit = async (form: string) => {
    await detail.get(`form[aria-label="${form}"]`).trigger('submit')
    await flushPromises()
  }
  const labels = () => detail.findAll('[data-place] .buttons button').map((one) => one.attributes('aria-label') ?? one.text())
  return { detail, press, submit, labels }
}

test('each that was handed in can be passed or returned; what was done without cannot', async () => {
  const { labels } = await open()
  expect(labels()).toEqual(['通过“营业执照”', '退回“营业执照”', '通过“股东会决议”', '退回“股东会决议”'])
})

test('before it is handed in, and after it is over, nothing is judged', async () => {
  expect((await open({ state: 'collecting' })).labels()).toEqual([])
  const over = await open({ state: 'confirmed', items: [aMaterial(1, { state: 'accepted', round: 1 })] })
  expect(over.labels()).toEqual([])
  expect(over.detail.text()).not.toContain('撤回确认单')
})

test('what was seen is what is judged', async () => {
  const { press, labels } = await open()
  await press('通过“营业执照”')
  expect(host.last('sheets.accept')).toEqual({ params: { sheetId, place: '1' }, body: { state: 'submitted', round: 1 } })
  expect(labels()).toEqual(['退回“营业执照”', '通过“股东会决议”', '退回“股东会决议”'])
})

test('a return needs a reason', async () => {
  const { detail, press, submit } = await open()
  await press('退回“股东会决议”')
  const form = '“股东会决议”的退回原因'
  await submit(form)
  expect(detail.get('[data-place="2"] [role=alert]').text()).toBe('请填写退回原因。')
  expect(host.last('sheets.return')).toBeUndefined()
  await detail.get('textarea').setValue(' 公章看不清 ')
  await submit(form)
  expect(host.last('sheets.return')).toMatchObject({ body: { state: 'submitted', round: 1, reason: '公章看不清' } })
  expect(detail.get('[data-place="2"]').text()).toContain('退回原因：公章看不清')
})

test('a word that is asked about is sent by pressing again; what was typed stays', async () => {
  const { detail, press, submit } = await open()
  await press('退回“股东会决议”')
  host.answer('sheets.return', () => refused('MESSAGE_WARNED', { field: 'reason' }))
  await detail.get('textarea').setValue('不行')
  await submit('“股东会决议”的退回原因')
  expect((detail.get('textarea').element as HTMLTextAreaElement).value).toBe('不行')
  await submit('“股东会决议”的退回原因')
  expect(host.last('sheets.return')).toMatchObject({ body: { reason: '不行', confirmed: true } })
})

test('a colleague who was faster is told at the material, and what it is now is shown', async () => {
  const { detail, press } = await open()
  host.answer('sheets.accept', () => refused('SHEET_MATERIAL_CHANGED', { name: '营业执照', state: '已退回' }))
  host.answer('sheets.deskGet', () =>
    ok({ sheet: atDesk({ ...submitted(), revision: 9, items: [aMaterial(1, { state: 'returned', round: 1, reason: '过期' })] }) }),
  )
  await press('通过“营业执照”')
  expect(detail.get('[data-place="1"] [role=alert]').text()).toContain('现为“已退回”')
  expect(detail.get('[data-place="1"]').text()).toContain('退回原因：过期')
})

test('what the taxpayer does shows at once; an older answer that comes late does not undo it', async () => {
  const { detail } = await open({ state: 'collecting' })
  const reply = (sheet: DeskSheet) => host.answer('sheets.deskGet', () => ok({ sheet }))
  const news = { sheetId, kind: 'submit' }
  reply(atDesk({ ...submitted(), revision: 5 }))
  host.emit('sheets.changed', news)
  await flushPromises()
  reply(atDesk({ revision: 0 }))
  host.emit('sheets.changed', news)
  await flushPromises()
  expect(detail.get('header .tag').text()).toBe('待审核')
})

test('withdrawn, it is over', async () => {
  const { detail, press, submit } = await open({ state: 'collecting' })
  await press('撤回确认单')
  await detail.get('textarea').setValue('材料清单有误')
  await submit('撤回原因（选填，纳税人会看到）')
  expect(host.last('sheets.withdraw')).toEqual({ params: { sheetId }, body: { reason: '材料清单有误' } })
  expect(detail.get('header .tag').text()).toBe('已撤回')
})
