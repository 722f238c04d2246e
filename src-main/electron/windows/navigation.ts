// A window stays on its own address. An https link opens in the person's browser; anything else goes nowhere.
import type { WebContents } from 'electron'
import type { Log } from '../log.ts'
import { isOwnAddress } from '../protocol/address.ts'
import { isOpenableLink, openLink } from './open-link.ts'

export function lockNavigation(contents: WebContents, log: Log): void {
  const open = (url: string) => {
    if (!isOpenableLink(url)) return log('navigation: refused an address that is not https')
    openLink(url).catch((error: unknown) => log(`navigation: ${String(error)}`))
  }

  contents.on('will-navigate', (event) => {
    if (isOwnAddress(event.url)) return
    event.preventDefault()
    open(event.url)
  })
  // Frames too: the CSP allows none, this holds if it should ever be loosened.
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    open(url)
    return { action: 'deny' }
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
