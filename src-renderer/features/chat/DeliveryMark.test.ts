// @vitest-environment happy-dom
import { failure } from '@zhengna/contract/errors.ts'
import { mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { createTexts } from '../../ui/index.ts'
import { chatLocale } from './chat.locale.ts'
import DeliveryMark from './DeliveryMark.vue'

const failed = (code: Parameters<typeof failure>[0], detail?: Record<string, string>) =>
  mount(DeliveryMark, { props: { delivery: 'failed', failure: failure(code, detail) }, global: { plugins: [createTexts(chatLocale)] } })
const buttons = (mark: ReturnType<typeof failed>): string[] => mark.findAll('button').map((button) => button.text())

describe('a failed message', () => {
  test('that was asked about says which words, and can be mended or sent all the same', async () => {
    const mark = failed('MESSAGE_WARNED', { hits: '“爱办不办”' })
    expect(mark.text()).toContain('含有可能不合适的内容“爱办不办”')
    expect(buttons(mark)).toEqual(['修改', '仍要发送', '删除'])
    await mark.findAll('button')[1]!.trigger('click')
    expect(mark.emitted('resend')).toEqual([[true]])
  })

  test('that was blocked can be mended, not sent again as it is', () => {
    const mark = failed('MESSAGE_BLOCKED', { hits: '“弄死你”' })
    expect(mark.text()).toContain('含有不允许发送的内容“弄死你”，请修改后再发送。')
    expect(buttons(mark)).toEqual(['修改', '删除'])
  })

  test('of any other kind can be sent again', async () => {
    const mark = failed('CONVERSATION_ENDED')
    expect(buttons(mark)).toEqual(['重发', '修改', '删除'])
    await mark.findAll('button')[0]!.trigger('click')
    expect(mark.emitted('resend')).toEqual([[false]])
  })
})
