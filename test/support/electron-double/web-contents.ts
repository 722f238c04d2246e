import type { WebContents as RealContents, WebPreferences, WindowOpenHandlerResponse, HandlerDetails } from 'electron'
import { EventEmitter } from 'node:events'
import { runPreload, type Page } from './page.ts'
import { record } from './recorder.ts'
import { fetchFrom } from './session.ts'

export interface Frame {
  readonly url: string
  readonly parent: Frame | null
}

type OpenHandler = (details: Pick<HandlerDetails, 'url'>) => WindowOpenHandlerResponse

export class WebContents extends EventEmitter implements Pick<RealContents, 'send' | 'reload'> {
  readonly preferences: WebPreferences
  mainFrame: Frame = { url: '', parent: null }
  page: Page | null = null
  /** What Electron does without a handler: it opens the window. */
  openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(preferences: WebPreferences) {
    super()
    this.preferences = preferences
  }
  async load(url: string): Promise<void> {
    const response = await fetchFrom(url)
    record('page.loaded', url, response.status)
    this.mainFrame = { url, parent: null }
    this.page = this.preferences.preload ? runPreload(this.preferences.preload, this) : null
  }
  send = (channel: string, ...args: unknown[]) => this.page?.receive(channel, structuredClone(args))
  reload = () => record('page.reload')
  setWindowOpenHandler = (handler: OpenHandler) => void (this.openHandler = handler)
}
