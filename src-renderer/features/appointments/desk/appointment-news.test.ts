// @vitest-environment happy-dom
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import { ok } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { installHost } from '../../../host/index.ts'
import { createTexts } from '../../../ui/index.ts'
import { recordHost } from '../../records/record-host.fixture.ts'
import { appointmentDeskLocale, useAppointmentNews } from './index.ts'

afterEach(() => void (document.body.innerHTML = ''))

async function told(news: string | null, over: object = {}): Promise<string[]> {
  const appointment = { taxpayer: { name: '演示商贸有限公司' }, startsAt: momentOf('2026-11-30', '10:00'), way: 'online', state: 'booked' }
  const host = recordHost({ 'agenda.get': () => ok({ appointment: { ...appointment, ...over } }) })
  installHost(host)
  const window = defineComponent({
    setup() {
      useAppointmentNews()
      return () => h('p')
    },
  })
  const mounted = mount(window, { global: { plugins: [createTexts(appointmentDeskLocale)] } })
  host.emit('desk.recordChanged', { page: 'appointment', id: 'one', news })
  await flushPromises()
  const said = [...document.querySelectorAll('.el-message')].map((one) => one.textContent.trim())
  mounted.unmount()
  document.body.innerHTML = ''
  return said
}

test('who proposed it hears what the taxpayer or the clock made of it, and nothing of their own doing', async () => {
  expect(await told('accept')).toEqual([expect.stringMatching(/^演示商贸有限公司 接受了预约：.*10:00/)])
  expect(await told('miss', { state: 'taxpayer-missed' })).toEqual([expect.stringContaining('记为“纳税人失约”')])
  expect(await told('finish')).toEqual([])
  expect(await told(null)).toEqual([])
})

test('by telephone the agent says themselves that it was answered', async () => {
  expect(await told('join', { way: 'phone' })).toEqual([])
  expect(await told('join')).toEqual([expect.stringContaining('已接受互动邀请')])
})
