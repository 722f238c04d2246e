// What the shell around the window can do, and the settings that belong to this machine.
import { Type } from 'typebox'
import type { Edition } from '../domain/person.ts'
import { event, request } from './channel.ts'

export interface ShellView {
  readonly edition: Edition
  readonly shell: 'electron' | 'loopback'
  readonly version: string
  /** True where 最小化 / 最大化 / 关闭 act on a real window. Elsewhere the page folds itself up. */
  readonly controlsWindow: boolean
}

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
/** Steps of 字体大小; 0 is the design's base size. */
export const fontSteps = [-1, 0, 1, 2, 3] as const
export type FontStep = (typeof fontSteps)[number]

export interface Settings {
  readonly theme: Theme
  readonly fontStep: FontStep
  /** Whether the desktop may call with notes (contract/host/desktop.ts). */
  readonly desktopNotes: boolean
  /** Whether a note is heard too. */
  readonly desktopSounds: boolean
}
export const defaultSettings: Settings = { theme: 'system', fontStep: 0, desktopNotes: true, desktopSounds: true }

export const shellRequests = {
  'shell.get': request<ShellView>()(Type.Object({})),
  'window.control': request<null>()(
    Type.Object({ action: Type.Union([Type.Literal('minimise'), Type.Literal('toggle-maximise'), Type.Literal('close')]) }),
  ),
  /** Opens an https address in the person's browser. Errors: REQUEST_INVALID for anything but https. */
  'shell.openLink': request<null>()(Type.Object({ url: Type.String({ pattern: '^https://', maxLength: 2000 }) })),
  'settings.get': request<Settings>()(Type.Object({})),
  'settings.set': request<Settings>()(
    Type.Object({
      theme: Type.Optional(Type.Unsafe<Theme>(Type.Union(themes.map((t) => Type.Literal(t))))),
      fontStep: Type.Optional(Type.Unsafe<FontStep>(Type.Union(fontSteps.map((s) => Type.Literal(s))))),
      desktopNotes: Type.Optional(Type.Boolean()),
      desktopSounds: Type.Optional(Type.Boolean()),
    }),
  ),
}

export const shellEvents = {
  'settings.changed': event<Settings>(),
}
