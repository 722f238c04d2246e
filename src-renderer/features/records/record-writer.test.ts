// @vitest-environment happy-dom
import { failure } from '@zhengna/contract/errors.ts'
import type { LocalAttachment } from '@zhengna/contract/host/attachments.ts'
import { ok, type Failure } from '@zhengna/contract/result.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { attachmentsLocale } from '../attachments/index.ts'
import { recordHost } from './record-host.fixture.ts'
import { recordsLocale, RecordWriter } from './index.ts'

const fileOf = (state: LocalAttachment['state']): LocalAttachment =>
  ({ id: `file-${state}`, name: `${state}.png`, sizeBytes: 1, state, sentBytes: 0, failure: null }) as unknown as LocalAttachment

async function writerWith(files: readonly LocalAttachment[], send: () => Promise<Failure | null> = () => Promise.resolve(null)) {
  const formKey = 'leave-message:one:reply'
  let held = files
  const host = recordHost({
    'attachments.list': () => ok({ formKey, files: held }),
    'attachments.upload': () => {
      held = held.map((file) => ({ ...file, state: 'uploaded' }))
      host.emit('attachments.changed', { formKey, files: held })
      return ok({ formKey, files: held })
    },
  })
  installHost(host)
  const sending = vi.fn(send)
  const writer = mount(RecordWriter, {
    props: {
      label: '要做什么',
      choices: [{ value: 'reply', label: '回复' }],
      textLabel: '回复内容',
      hint: '纳税人会收到消息。',
      sendLabel: '发送回复',
      filesKey: formKey,
      kind: 'reply',
      text: '见附件',
      send: sending,
    },
    global: { plugins: [createTexts(uiLocale, attachmentsLocale, recordsLocale)] },
    attachTo: document.body,
  })
  await flushPromises()
  const press = async (text: string) => {
    const button = writer.findAll('button').find((one) => one.text() === text)!
    await (button.attributes('type') === 'submit' ? writer.get('form').trigger('submit') : button.trigger('click'))
    await flushPromises()
  }
  return { writer, press, sending }
}

describe('what an officer writes', () => {
  afterEach(() => void (document.body.innerHTML = ''))

  test('goes with the files that were uploaded, which are seen without being asked for', async () => {
    const { writer, press, sending } = await writerWith([fileOf('uploaded')])
    expect(writer.text()).toContain('附件材料（1）')
    expect(writer.get('.field').isVisible()).toBe(true)
    await press('发送回复')
    expect(sending).toHaveBeenCalledWith(['file-uploaded'], false)
  })

  test('a file that was chosen and not uploaded is asked about: uploaded, left out, or nothing is sent', async () => {
    const { press, sending, writer } = await writerWith([fileOf('chosen')])
    await press('发送回复')
    await press('返回修改')
    expect(sending).not.toHaveBeenCalled()
    await press('发送回复')
    await press('不带这些附件提交')
    expect(sending).toHaveBeenLastCalledWith([], false)
    await press('发送回复')
    await press('上传后提交')
    expect(sending).toHaveBeenLastCalledWith(['file-chosen'], false)
    expect(writer.find('dialog').exists()).toBe(false)
  })

  test('with no line, says so where it was written', async () => {
    const { writer, press } = await writerWith([], () => Promise.resolve(failure('HOST_OFFLINE')))
    await press('发送回复')
    expect(writer.get('[role=alert]').text()).toBe(failure('HOST_OFFLINE').message)
    expect(writer.text()).not.toContain('仍要发送')
  })
})
