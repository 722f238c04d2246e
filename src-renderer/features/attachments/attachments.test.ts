// @vitest-environment happy-dom
import { failure } from '@zhengna/contract/errors.ts'
import type { LocalAttachment } from '@zhengna/contract/host/attachments.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { flushPromises, mount } from '@vue/test-utils'
import axe from 'axe-core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { anAttachment, attachmentsHost } from './attachments.fixture.ts'
import { attachmentsLocale } from './attachments.locale.ts'
import AttachmentField from './AttachmentField.vue'
import AttachmentList from './AttachmentList.vue'
import { sizeInWords } from './file-size.ts'

const plugins = () => [createTexts(uiLocale, attachmentsLocale)]
afterEach(() => vi.restoreAllMocks())

/** What axe can judge without a layout. */
async function faultsOf(element: Element): Promise<string[]> {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
  return (await axe.run(element, { rules })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

function fieldWith() {
  const host = attachmentsHost()
  installHost(host)
  let ids: AttachmentId[] = []
  const field = mount(AttachmentField, {
    props: { formKey: 'leave-message', modelValue: ids, 'onUpdate:modelValue': (next: AttachmentId[]) => (ids = next) },
    global: { plugins: plugins() },
    attachTo: document.body,
  })
  const settle = async () => {
    await flushPromises()
    await vi.waitFor(() => expect(field.text()).not.toContain('正在读取'))
    await flushPromises()
  }
  const choose = async (...files: File[]) => {
    const picker = field.get('input[type=file]')
    Object.defineProperty(picker.element, 'files', { value: files, configurable: true })
    await picker.trigger('change')
    await settle()
  }
  const button = (name: string) => field.findAll('button').find((found) => (found.attributes('aria-label') ?? found.text()) === name)
  const press = async (name: string) => {
    const found = button(name)!
    found.element.focus()
    await found.trigger('click')
    await flushPromises()
  }
  const happen = async (...[name, change]: Parameters<typeof host.happen>) => {
    host.happen(name, change)
    await flushPromises()
  }
  const states = () => field.findAll('.state').map((state) => state.text())
  return { host, field, choose, press, button, happen, states, settle, ids: () => ids }
}
const aFile = (name: string, text = '内容') => new File([text], name)

describe('附件材料 in a form', () => {
  test('says what may be attached and how large', () => {
    const { field } = fieldWith()
    const hint =
      '可上传 gif、jpg、png、wmv、rmvb、mp4、avi、wav、mp3、txt、doc、wps、docx、xls、xlsx、pdf、ofd，每份不超过 20 兆，最多 10 份。'
    expect(field.text()).toContain(hint)
    const described = field.get('section').attributes('aria-describedby')
    expect(document.getElementById(described ?? '')?.textContent).toBe(hint)
    expect(field.get('input').attributes('accept')?.split(',')).toContain('.ofd')
  })

  test('what is chosen is 待上传, and belongs to the form once it is uploaded', async () => {
    const { field, choose, press, happen, states, ids, host } = fieldWith()
    await choose(aFile('截图.png'), aFile('说明.txt'))
    expect(states()).toEqual(['待上传', '待上传'])
    expect(field.text()).toContain('还有 2 份待上传')
    expect(ids()).toEqual([])
    await press('点击上传')
    expect(states()).toEqual(['上传中 0%', '上传中 0%'])
    await happen('截图.png', { sentBytes: 3 })
    expect(states()[0]).toBe('上传中 50%')
    expect(field.get('progress').attributes()).toMatchObject({ value: '50', max: '100', 'aria-label': '“截图.png”的上传进度' })
    await happen('截图.png', { state: 'uploaded' })
    expect(states()[0]).toBe('已上传')
    expect(ids()).toEqual([host.files()[0]?.id])
    expect(field.findAll('[role=status]').at(-1)?.text()).toBe('“截图.png”已上传')
  })

  test('a large file is handed over whole, in pieces', async () => {
    const { host, choose } = fieldWith()
    const text = 'x'.repeat(limits.uploadPieceMaxBytes) + 'the end'
    await choose(aFile('大.txt', text))
    expect(host.asked.filter(({ name }) => name === 'attachments.add')).toHaveLength(2)
    expect(host.received.get('大.txt') === text).toBe(true)
  })

  test('what the host refuses is named with its reason, and the others are taken', async () => {
    const { field, choose, states } = fieldWith()
    await choose(aFile('程序.exe'), aFile('说明.txt'))
    expect(field.get('[role=alert]').text()).toMatch(/^“程序\.exe”未能添加：附件只能是/)
    expect(states()).toEqual(['待上传'])
    await choose(aFile('另.txt'))
    expect(field.find('[role=alert]').exists()).toBe(false)
  })

  test('a file that cannot be read says so', async () => {
    const { field, choose, states } = fieldWith()
    const gone = aFile('移走了.txt')
    vi.spyOn(FileReader.prototype, 'readAsDataURL').mockImplementation(function (this: FileReader) {
      this.onerror?.call(this, new ProgressEvent('error') as ProgressEvent<FileReader>)
    })
    await choose(gone)
    expect(field.get('[role=alert]').text()).toBe('“移走了.txt”未能添加：文件已被移走或无法读取，请重新选择。')
    expect(states()).toEqual([])
  })

  test('files dropped on it are added, beside it not', async () => {
    const { field, states, settle } = fieldWith()
    const drop = async (target: Element | Document) => {
      const event = new Event('drop', { bubbles: true, cancelable: true })
      Object.assign(event, { dataTransfer: { files: [aFile('拖入.pdf')], types: ['Files'] } })
      target.dispatchEvent(event)
      await settle()
    }
    await drop(document.body)
    expect(states()).toEqual([])
    await drop(field.get('.hint').element)
    expect(states()).toEqual(['待上传'])
  })

  test('取消上传 takes one back to 待上传', async () => {
    const { choose, press, states } = fieldWith()
    await choose(aFile('说明.txt'))
    await press('点击上传')
    await press('取消上传“说明.txt”')
    expect(states()).toEqual(['待上传'])
  })

  test('one that is paused says that it goes on by itself, and can be cancelled', async () => {
    const { choose, press, happen, states, button } = fieldWith()
    await choose(aFile('说明.txt'))
    await press('点击上传')
    await happen('说明.txt', { state: 'paused', sentBytes: 3 })
    expect(states()).toEqual(['网络或服务暂不可用，恢复后自动继续（已传 50%）'])
    expect(button('取消上传“说明.txt”')).toBeDefined()
    expect(button('移除“说明.txt”')).toBeUndefined()
  })

  test('one that failed shows why, and 重试 uploads it again', async () => {
    const { field, choose, press, happen, states } = fieldWith()
    await choose(aFile('说明.txt'))
    await press('点击上传')
    await happen('说明.txt', { state: 'failed', failure: failure('ATTACHMENT_NOT_FOUND') })
    expect(field.text()).toContain('附件不存在，或不属于您。')
    await press('重新上传“说明.txt”')
    expect(states()).toEqual(['上传中 0%'])
  })

  test('移除 takes one out of the form, and the keyboard goes on from where a file is chosen', async () => {
    const { choose, press, happen, states, ids } = fieldWith()
    await choose(aFile('说明.txt'))
    await press('点击上传')
    await happen('说明.txt', { state: 'uploaded' })
    expect(ids()).toHaveLength(1)
    await press('移除“说明.txt”')
    expect(states()).toEqual([])
    expect(ids()).toEqual([])
    expect(document.activeElement?.textContent).toContain('选择文件')
  })

  test('a form can ask what is unfinished, and begins anew once it was submitted', async () => {
    const { field, choose, press, happen, states } = fieldWith()
    const exposed = field.vm as unknown as { unfinished(): readonly LocalAttachment[]; submitted(): Promise<boolean> }
    const unfinished = () => exposed.unfinished().map(({ name }) => name)
    await choose(aFile('甲.txt'), aFile('乙.txt'))
    expect(unfinished()).toEqual(['甲.txt', '乙.txt'])
    await press('点击上传')
    await happen('甲.txt', { state: 'uploaded' })
    expect(unfinished()).toEqual(['乙.txt'])
    await exposed.submitted()
    await flushPromises()
    expect(states()).toEqual([])
    expect(unfinished()).toEqual([])
  })

  test('files of a form that is opened again are there', async () => {
    const first = fieldWith()
    await first.choose(aFile('说明.txt'))
    first.field.unmount()
    const again = mount(AttachmentField, { props: { formKey: 'leave-message', modelValue: [] }, global: { plugins: plugins() } })
    await flushPromises()
    expect(again.findAll('.state').map((state) => state.text())).toEqual(['待上传'])
  })

  test('is without faults for those who hear it, in every state', async () => {
    const { field, choose, press, happen } = fieldWith()
    await choose(aFile('甲.txt'), aFile('乙.txt'), aFile('丙.txt'), aFile('程序.exe'))
    expect(await faultsOf(field.get('section').element)).toEqual([])
    await press('点击上传')
    await happen('甲.txt', { state: 'failed', failure: failure('ATTACHMENT_NOT_FOUND') })
    await happen('乙.txt', { state: 'uploaded' })
    expect(await faultsOf(field.get('section').element)).toEqual([])
  })
})

describe('attachments of a record', () => {
  function listOf(...names: string[]) {
    const host = attachmentsHost()
    installHost(host)
    const list = mount(AttachmentList, {
      props: { attachments: names.map((name) => anAttachment(name)) },
      global: { plugins: plugins() },
      attachTo: document.body,
    })
    const press = async (name: string) => {
      await list.get(`button[aria-label="${name}"]`).trigger('click')
      await flushPromises()
    }
    const moves = () => list.findAll('button').map((button) => button.text())
    return { host, list, press, moves }
  }
  const saved = () => {
    const links: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(`${this.download} ${this.getAttribute('href')}`)
    })
    return links
  }

  test.each([
    ['图.png', ['预览', '下载']],
    ['像.mp4', ['预览', '下载']],
    ['音.wav', ['播放', '下载']],
    ['乐.mp3', ['播放', '下载']],
    ['像.avi', ['下载']],
    ['像.wmv', ['下载']],
    ['像.rmvb', ['下载']],
    ['文.docx', ['下载']],
    ['文.pdf', ['下载']],
  ])('%s can be: %j', (name, expected) => {
    expect(listOf(name).moves()).toEqual(expected)
  })

  test('keep their order and say their size', () => {
    const { list } = listOf('乙.txt', '甲.txt')
    expect(list.findAll('.name').map((name) => name.text())).toEqual(['乙.txt', '甲.txt'])
    expect(list.get('.size').text()).toBe('2 KB')
    expect(sizeInWords(1)).toMatchObject({ size: '1' })
    expect(sizeInWords(limits.attachmentMaxBytes)).toEqual({ key: 'attachments.size.megabytes', size: '20.0' })
  })

  test('a picture is previewed in a dialog of its name, and closed again', async () => {
    const { list, press } = listOf('图.png')
    await press('预览“图.png”')
    expect(list.get('dialog h2').text()).toBe('图.png')
    expect(list.get('dialog img').attributes()).toMatchObject({ src: '/attachments/id-of-图.png', alt: '图.png' })
    expect(await faultsOf(list.get('ul').element)).toEqual([])
    await list
      .findAll('dialog button')
      .find((button) => button.text() === '关闭')!
      .trigger('click')
    expect(list.find('dialog').exists()).toBe(false)
  })

  test('a video that the window cannot play says so', async () => {
    const { list, press } = listOf('像.mp4')
    await press('预览“像.mp4”')
    await list.get('dialog video').trigger('error')
    expect(list.get('dialog').text()).toContain('无法在此处播放，请下载后查看。')
  })

  test('a sound plays in its place', async () => {
    const { list, press, moves } = listOf('音.wav')
    await press('播放“音.wav”')
    expect(list.get('audio').attributes('src')).toBe('/attachments/id-of-音.wav')
    expect(moves()).toEqual(['下载'])
  })

  test('a download is fetched first and saved under its name', async () => {
    const links = saved()
    const { press } = listOf('文.docx')
    await press('下载“文.docx”')
    expect(links).toEqual(['文.docx /attachments/id-of-文.docx'])
  })

  test('with no line nothing opens, and it is told why', async () => {
    const links = saved()
    const { host, list, press } = listOf('图.png')
    host.cutLine()
    await press('预览“图.png”')
    await press('下载“图.png”')
    expect(list.find('dialog').exists()).toBe(false)
    expect(links).toEqual([])
    expect(document.body.textContent).toContain('当前未连接到服务')
  })

  test('none are said to be none', () => {
    expect(listOf().list.text()).toBe('无附件')
  })

  test('are without faults for those who hear them', async () => {
    expect(await faultsOf(listOf('图.png', '音.wav', '文.pdf').list.get('ul').element)).toEqual([])
  })
})
