// @vitest-environment happy-dom
import { failure } from '@zhengna/contract/errors.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { anId, aRevision, installFakeEditing } from '../editing.fixture.ts'
import SubmitDialog from './SubmitDialog.vue'

const recipients = { taxpayers: 12, byBot: 30, byAgents: 2, since: '2025-11-26' }

async function dialogWith(wasServed: boolean, answers: Record<string, () => unknown> = {}) {
  const { host, plugins } = installFakeEditing({
    'editing.countRecipients': () => recipients,
    'editing.submitRevision': () => ({ revision: aRevision({ state: 'review' }) }),
    ...answers,
  })
  const dialog = mount(SubmitDialog, {
    props: { revision: aRevision(), wasServed },
    slots: { 'before-submit': '<p>回归测试通过</p>' },
    global: { plugins },
    attachTo: document.body,
  })
  await flushPromises()
  const submit = async () => {
    await dialog
      .findAll('button')
      .find((button) => button.text() === '提交审核')!
      .trigger('click')
    await flushPromises()
  }
  return { dialog, submit, sent: () => host.asked.filter(({ name }) => name === 'editing.submitRevision').map(({ params }) => params) }
}

describe('提交审核', () => {
  test('a first text is handed in as it is', async () => {
    const { dialog, submit, sent } = await dialogWith(false)
    expect(dialog.findAll('input[name=kind]')).toHaveLength(0)
    await submit()
    expect(sent()).toEqual([
      { params: { articleId: anId, version: 1 }, body: { lock: 7, changeNote: '', isSubstantive: false, publishAt: null } },
    ])
    expect(dialog.emitted('submitted')).toHaveLength(1)
  })

  test('a change in substance says whom it is told to and what changed', async () => {
    const { dialog, submit, sent } = await dialogWith(true)
    await submit()
    expect(dialog.text()).toContain('请选择是否实质变更。')
    await dialog.findAll('input[name=kind]')[0]!.setValue(true)
    await flushPromises()
    expect(dialog.text()).toContain('将通知 12 名纳税人（机器人答复 30 次，坐席答复 2 次）')
    await submit()
    expect(dialog.text()).toContain('实质变更请填写变更说明。')
    expect(sent()).toEqual([])
    await dialog.get('textarea').setValue('税率改了')
    await submit()
    expect(sent()).toMatchObject([{ body: { changeNote: '税率改了', isSubstantive: true } }])
  })

  test('what the server will not take is said in its words, and nothing typed is lost', async () => {
    const refusal = failure('ARTICLE_CONTENT_INVALID', { reason: '依据第 1 条：请填写文号。' })
    const { dialog, submit } = await dialogWith(false, { 'editing.submitRevision': () => ({ failure: refusal }) })
    await dialog.get('textarea').setValue('首次发布')
    await submit()
    expect(dialog.get('[role=alert]').text()).toContain(refusal.message)
    expect(dialog.get('textarea').element.value).toBe('首次发布')
    expect(dialog.emitted('submitted')).toBeUndefined()
  })

  test('what others found about the text stands over the buttons', async () => {
    const { dialog } = await dialogWith(false)
    expect(dialog.get('#before-submit').text()).toBe('回归测试通过')
  })
})
