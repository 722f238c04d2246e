// 快捷入口 of the caller.
import { Type } from 'typebox'
import { ShortcutBoard, ShortcutChoice } from '../domain/shortcut.ts'
import { defineRoute } from './route.ts'

export const getShortcuts = defineRoute({
  method: 'GET',
  path: '/api/shortcuts',
  access: ['taxpayer'],
  tag: 'shortcuts',
  summary: 'All tiles there are, those shown to whoever has chosen none, and one’s own choice.',
  reply: ShortcutBoard,
})

export const chooseShortcuts = defineRoute({
  method: 'PUT',
  path: '/api/shortcuts/choice',
  access: ['taxpayer'],
  tag: 'shortcuts',
  summary: 'Which tiles are shown, in order. A choice older than the one held changes nothing; the reply says what holds.',
  body: ShortcutChoice,
  reply: Type.Object({ choice: ShortcutChoice }),
})
