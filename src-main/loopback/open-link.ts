// Opens an https address in the person's own browser.
import { spawn } from 'node:child_process'
import { platform } from 'node:os'

const opener: Record<string, readonly string[]> = {
  linux: ['xdg-open'],
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Anything but https is left alone: a link in an answer must not start a program. */
export function openLink(url: string): Promise<void> {
  const [command, ...args] = opener[platform()] ?? []
  if (!command || new URL(url).protocol !== 'https:') return Promise.resolve()
  return new Promise((resolve) => {
    const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    child.once('error', () => resolve())
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}
