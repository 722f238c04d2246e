import { expect, it } from 'vitest'
import type { ShortcutId } from '../ids.ts'
import { shownShortcuts, type Shortcut } from './shortcut.ts'

const aShortcut = (id: string): Shortcut => ({
  id: id as ShortcutId,
  name: id,
  summary: id,
  icon: 'globe',
  action: { kind: 'link', url: 'https://www.chinatax.gov.cn' },
})
const catalogue = ['one', 'two', 'three'].map(aShortcut)
const defaults = ['two'] as ShortcutId[]
const shown = (ids: readonly string[] | null) =>
  shownShortcuts({ catalogue, defaults, choice: ids && { ids: ids as ShortcutId[], chosenAt: 1 } }).map(({ id }) => id)

it('the defaults are shown to those who have chosen nothing, and nothing to those who chose that', () => {
  expect(shown(null)).toEqual(['two'])
  expect(shown([])).toEqual([])
})

it('what was chosen is shown in its order, without what is in the catalogue no more', () => {
  expect(shown(['three', 'gone', 'one'])).toEqual(['three', 'one'])
})
