import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { startShell, startWindow, type RunningShell, type ShellOptions } from '../support/electron-double/shell.ts'

const running: RunningShell[] = []
afterEach(async () => {
  for (const shell of running.splice(0)) await shell.dispose()
})
const start = async (options?: ShellOptions, how = startWindow) => {
  const shell = await how(options)
  running.push(shell)
  return shell
}

describe('starting', () => {
  test.for([
    ['taxpayer', '征纳互动', 'cn.zhengna.taxpayer'],
    ['console', '征纳互动坐席端', 'cn.zhengna.console'],
  ] as const)('the %s edition has its own name, id and folder', async ([edition, productName, appId]) => {
    const shell = await start({ edition, env: { ZHENGNA_DATA: undefined } })
    expect(await shell.ask('recorded')).toEqual(
      expect.arrayContaining([
        { what: 'app.setName', args: [productName] },
        { what: 'app.setAppUserModelId', args: [appId] },
        { what: 'app.setPath', args: ['userData', join(shell.folder, 'app-data', productName)] },
      ]),
    )
    expect(await shell.ask('request', 'shell.get', {})).toEqual({
      ok: true,
      value: { edition, shell: 'electron', version: '1.2.3', controlsWindow: true },
    })
  })

  test('a packaged edition cannot be turned into the other by the environment', async () => {
    const shell = await start({ edition: 'console', metadata: { edition: 'taxpayer' }, isPackaged: true })
    expect(await shell.ask('request', 'shell.get', {})).toMatchObject({ value: { edition: 'taxpayer' } })
  })

  test.for([undefined, 'zhengna', 'file:///srv', 'ftp://server'])(
    'the server address %j is refused with a sentence for the person',
    async (url) => {
      const shell = await start({ env: { ZHENGNA_SERVER: url } }, startShell)
      const { code, recorded } = await shell.exited
      expect(code).toBe(1)
      expect(recorded).toContainEqual({ what: 'dialog.showErrorBox', args: ['征纳互动无法启动', '未配置服务器地址，请联系管理员。'] })
    },
  )

  test('from a checkout says when its window shows; packaged it writes nothing', async () => {
    const ready = 'ready console app://zhengna/\n'
    const shell = await start({ edition: 'console' })
    await shell.until(() => Promise.resolve(shell.output().includes(ready)))
    const packaged = await start({ edition: 'console', metadata: { edition: 'console' }, isPackaged: true })
    await packaged.ask('quit')
    await packaged.exited
    expect(packaged.output()).toBe('')
  })

  test('a second start ends without a window, a host or a trace', async () => {
    const shell = await start({ isFirstInstance: false }, startShell)
    const { code, recorded } = await shell.exited
    expect(code).toBe(0)
    expect(recorded.map(({ what }) => what)).not.toContain('window.show')
    expect(existsSync(shell.userData)).toBe(false)
  })

  test('a second start brings the first one’s window forward', async () => {
    const shell = await start()
    await shell.ask('closeWindow')
    expect((await shell.ask('window')).visible).toBe(false)
    await shell.ask('startAgain')
    expect(await shell.ask('window')).toMatchObject({ visible: true, focused: true })
    await shell.ask('minimizeWindow')
    await shell.ask('startAgain')
    expect(await shell.ask('window')).toMatchObject({ minimized: false, focused: true })
    expect(await shell.ask('windowCount')).toBe(1)
  })

  test('the theme that was chosen is kept and is the menus’ and dialogs’ too', async () => {
    const first = await start()
    await first.ask('request', 'settings.set', { theme: 'dark' })
    await first.until(async () => (await first.ask('themeSource')) === 'dark')
    await first.ask('quit')
    await first.exited
    const second = await start({ after: first })
    expect(await second.ask('themeSource')).toBe('dark')
  })
})

describe('the window', () => {
  test('does what the page’s own title bar asks', async () => {
    const shell = await start({ edition: 'console' })
    await shell.ask('request', 'window.control', { action: 'toggle-maximise' })
    expect((await shell.ask('window')).maximized).toBe(true)
    await shell.ask('request', 'window.control', { action: 'toggle-maximise' })
    expect((await shell.ask('window')).maximized).toBe(false)
    await shell.ask('request', 'window.control', { action: 'minimise' })
    expect((await shell.ask('window')).minimized).toBe(true)
  })

  test('of the taxpayer, closed, stays in the tray', async () => {
    const shell = await start({ edition: 'taxpayer' })
    await shell.ask('request', 'window.control', { action: 'close' })
    expect((await shell.ask('window')).visible).toBe(false)
    await shell.ask('clickTray')
    expect((await shell.ask('window')).visible).toBe(true)
  })

  test('of the console, closed, ends the program', async () => {
    const shell = await start({ edition: 'console' })
    await shell.ask('closeWindow')
    expect((await shell.exited).code).toBe(0)
  })
})

describe('the tray', () => {
  test('opens, tells about and quits the program, in Chinese', async () => {
    const shell = await start({ edition: 'taxpayer' })
    expect(await shell.ask('tray')).toEqual({ toolTip: '征纳互动', hasIcon: true, labels: ['打开征纳互动', '关于征纳互动', '—', '退出'] })
    await shell.ask('chooseInTray', '关于征纳互动')
    expect((await shell.ask('recorded')).at(-1)).toMatchObject({
      what: 'dialog.showMessageBox',
      args: [{ message: '征纳互动', detail: expect.stringContaining('1.2.3') as string }],
    })
    await shell.ask('chooseInTray', '退出')
    expect((await shell.exited).code).toBe(0)
  })
})

describe('quitting', () => {
  test('closes the host first, so that everything typed is on disk', async () => {
    const shell = await start()
    const host = join(shell.userData, 'host')
    expect(readdirSync(host).some((name) => name.endsWith('-wal'))).toBe(true)
    await shell.ask('quit')
    const { code, recorded } = await shell.exited
    expect(code).toBe(0)
    expect(recorded.map(({ what }) => what).slice(-4)).toEqual(['app.quit', 'window.closed', 'tray.destroyed', 'app.exit'])
    // SQLite takes its write-ahead log away when the last connection is closed in order.
    expect(readdirSync(host).filter((name) => name.endsWith('-wal'))).toEqual([])
  })

  test('asked twice, happens once', async () => {
    const shell = await start()
    await Promise.allSettled([shell.ask('quit'), shell.ask('quit')])
    const { recorded } = await shell.exited
    expect(recorded.filter(({ what }) => what === 'app.exit')).toHaveLength(1)
  })
})

test('the host hears that the machine woke', async () => {
  const shell = await start()
  expect(await shell.ask('listenersForResume')).toBe(1)
  await shell.ask('resume')
  expect(await shell.ask('request', 'session.get', {})).toMatchObject({ ok: true })
})

describe('the store’s key', () => {
  const sealed = (shell: RunningShell) => join(shell.userData, 'store.key')
  const plain = (shell: RunningShell) => join(shell.userData, 'store.key.plain')

  test('is encrypted by the system’s key store and found again', async () => {
    const first = await start({ keyStore: 'gnome_libsecret' })
    expect(readFileSync(sealed(first), 'utf8')).toMatch(/^sealed:/)
    expect(existsSync(plain(first))).toBe(false)
    const key = readFileSync(sealed(first))
    await first.ask('quit')
    await first.exited
    const second = await start({ keyStore: 'gnome_libsecret', after: first })
    expect(readFileSync(sealed(second))).toEqual(key)
  })

  test.skipIf(process.platform !== 'linux')('without a key store is in a file for its owner alone, and one line says so', async () => {
    const shell = await start({ keyStore: 'basic_text' })
    expect(existsSync(sealed(shell))).toBe(false)
    expect(statSync(plain(shell)).mode & 0o777).toBe(0o600)
    const log = readFileSync(join(shell.userData, 'logs', 'main.log'), 'utf8')
    expect(log.match(/no system key store/g)).toHaveLength(1)
    expect(log).not.toContain(readFileSync(plain(shell), 'utf8'))
  })

  test.skipIf(process.platform !== 'linux')('moves into the key store once there is one, and stays the same key', async () => {
    const first = await start({ keyStore: 'basic_text' })
    const key = readFileSync(plain(first), 'utf8')
    await first.ask('quit')
    await first.exited
    const second = await start({ keyStore: 'gnome_libsecret', after: first })
    expect(existsSync(plain(second))).toBe(false)
    expect(readFileSync(sealed(second), 'utf8')).toBe(`sealed:${Buffer.from(key).toString('hex')}`)
  })

  test('that cannot be read is never replaced: the program says so and ends', async () => {
    const first = await start()
    await first.ask('quit')
    await first.exited
    writeFileSync(sealed(first), 'from another machine')
    const second = await start({ after: first }, startShell)
    const { code, recorded } = await second.exited
    expect(code).toBe(1)
    expect(recorded.map(({ what }) => what)).toContain('dialog.showErrorBox')
    expect(readFileSync(sealed(first), 'utf8')).toBe('from another machine')
  })
})
