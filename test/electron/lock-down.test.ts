import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWindow, type RunningShell } from '../support/electron-double/shell.ts'

let shell: RunningShell
beforeAll(async () => {
  shell = await startWindow({ edition: 'taxpayer', isPackaged: true, metadata: { edition: 'taxpayer' } })
})
afterAll(() => shell.dispose())

const opened = async () => (await shell.ask('recorded')).filter(({ what }) => what === 'shell.openExternal').map(({ args }) => args[0])

describe('a window', () => {
  test('is sandboxed, isolated, without Node, without webviews and, once packaged, without DevTools', async () => {
    expect((await shell.ask('window')).preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    })
    expect((await shell.ask('recorded')).map(({ what }) => what)).toContain('app.enableSandbox')
  })

  test('Chromium’s own boxes speak Chinese, whatever the system speaks', async () => {
    const switches = (await shell.ask('recorded')).filter(({ what }) => what === 'app.commandLine.appendSwitch')
    expect(switches.map(({ args }) => args)).toEqual([['lang', 'zh-CN']])
  })

  test('keeps its size and place, and never gets smaller than the narrow layout', async () => {
    expect((await shell.ask('window')).options).toMatchObject({
      name: 'main',
      windowStatePersistence: true,
      minWidth: 420,
      minHeight: 600,
      show: false,
    })
  })

  test.for([
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'app://elsewhere/',
    'about:blank',
    'javascript:alert(1)',
    'data:text/html,x',
  ])('does not go to %s', async (url) => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const)
      expect(await shell.ask('navigate', event, url)).toBe(true)
    expect(await shell.ask('openWindow', url)).toBe('deny')
  })

  test('may reload its own page', async () => {
    expect(await shell.ask('navigate', 'will-navigate', 'app://zhengna/')).toBe(false)
  })

  test('hands an https link to the browser, and nothing else', async () => {
    const before = (await opened()).length
    for (const url of [
      'https://www.chinatax.gov.cn/a?b=c',
      'http://example.com/',
      'file:///etc/passwd',
      'ms-msdt:/id',
      'https://user:word@example.com/',
      'smb://x/y',
    ]) {
      await shell.ask('openWindow', url)
    }
    expect((await opened()).slice(before)).toEqual(['https://www.chinatax.gov.cn/a?b=c'])
  })

  test('opens a link for the page through the host, https only', async () => {
    const before = (await opened()).length
    expect(await shell.ask('request', 'shell.openLink', { url: 'https://etax.chinatax.gov.cn/' })).toMatchObject({ ok: true })
    expect(await shell.ask('request', 'shell.openLink', { url: 'file:///etc/passwd' })).toMatchObject({ ok: false })
    expect((await opened()).slice(before)).toEqual(['https://etax.chinatax.gov.cn/'])
  })

  test('takes no webview', async () => {
    expect(await shell.ask('navigate', 'will-attach-webview', 'app://zhengna/')).toBe(true)
  })

  test('that crashed comes back once, not for ever', async () => {
    await shell.ask('crash')
    await shell.ask('crash')
    expect((await shell.ask('recorded')).filter(({ what }) => what === 'page.reload')).toHaveLength(1)
  })

  test('offers cut, copy and paste on a right click in a text field', async () => {
    await shell.ask('contextMenu', { isEditable: true, editFlags: { canCut: true, canCopy: true, canPaste: true }, selectionText: '' })
    expect((await shell.ask('recorded')).at(-1)).toEqual({ what: 'menu.popup', args: [['剪切', '复制', '粘贴', '全选']] })
  })
})

describe('permissions', () => {
  test.for(['media', 'display-capture', 'geolocation', 'notifications', 'clipboard-read'] as const)('%s is denied', async (permission) => {
    expect(await shell.ask('askPermission', permission, 'app://zhengna/')).toBe(false)
    expect(await shell.ask('checkPermission', permission, 'app://zhengna')).toBe(false)
  })

  test('copying is allowed to our own page alone', async () => {
    expect(await shell.ask('askPermission', 'clipboard-sanitized-write', 'app://zhengna/')).toBe(true)
    expect(await shell.ask('checkPermission', 'clipboard-sanitized-write', 'app://zhengna/')).toBe(true)
    expect(await shell.ask('askPermission', 'clipboard-sanitized-write', 'https://example.com/')).toBe(false)
    expect(await shell.ask('checkPermission', 'clipboard-sanitized-write', 'https://example.com')).toBe(false)
  })

  test('devices and the screen are denied', async () => {
    expect(await shell.ask('mayUseDevice')).toBe(false)
    expect(await shell.ask('mayCaptureScreen')).toBe(false)
  })

  test.for([
    ['app://zhengna/static/page.js', true],
    ['blob:app://zhengna/0f', true],
    ['data:image/png;base64,AA', true],
    ['https://example.com/pixel.png', false],
    ['http://127.0.0.1:9/api/health', false],
    ['file:///etc/passwd', false],
    ['app://elsewhere/', false],
  ] as const)('loading and saving from %s: %s', async ([url, isAllowed]) => {
    expect(await shell.ask('mayLoad', url)).toBe(isAllowed)
    expect(await shell.ask('mayDownload', url)).toBe(isAllowed)
  })
})
