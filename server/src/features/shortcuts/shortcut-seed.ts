// Reads the tiles that come with the program (server/seed/shortcuts.yaml). A mistake stops the start.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import { Shortcut, ShortcutPlace, type ShortcutAction } from '@zhengna/contract/domain/shortcut.ts'
import { ArticleId, TopicId, type ShortcutId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'

export const shortcutSeed = join(import.meta.dirname, '../../../seed/shortcuts.yaml')

export interface ShortcutCatalogue {
  readonly shortcuts: readonly Shortcut[]
  /** Shown to whoever has chosen nothing. */
  readonly defaults: readonly ShortcutId[]
}

const closed = { additionalProperties: false }
const SeedAction = Type.Union([
  Type.Object({ ask: Type.String(), article: Type.Optional(ArticleId) }, closed),
  Type.Object({ open: ShortcutPlace, topic: Type.Optional(TopicId) }, closed),
  Type.Object({ link: Type.String() }, closed),
])
const SeedShortcut = Type.Object(
  { ...Type.Omit(Shortcut, ['action']).properties, action: SeedAction, shown: Type.Optional(Type.Boolean()) },
  closed,
)
const seeds = Compile(Type.Array(SeedShortcut))
const whole = Compile(Shortcut)

export function readShortcuts(file: string = shortcutSeed): ShortcutCatalogue {
  const found: unknown = parse(readFileSync(file, 'utf8'))
  if (!seeds.Check(found)) {
    const [first] = seeds.Errors(found)
    throw new Error(`${file}: ${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`)
  }
  const shortcuts = found.map(({ id, name, summary, icon, action }) => ({ id, name, summary, icon, action: actionOf(action) }))
  const faulty = found.find((_, index) => !whole.Check(shortcuts[index]))
  if (faulty) throw new Error(`${file}: ${faulty.id} leads nowhere.`)
  const twice = found.find(({ id }, index) => found.findIndex((other) => other.id === id) !== index)
  if (twice) throw new Error(`${file}: ${twice.id} is there twice.`)
  const defaults = found.filter(({ shown }) => shown).map(({ id }) => id)
  if (defaults.length > limits.shortcutsShownMax) throw new Error(`${file}: at most ${limits.shortcutsShownMax} are shown.`)
  return { shortcuts, defaults }
}

function actionOf(seed: Static<typeof SeedAction>): ShortcutAction {
  if ('ask' in seed) return { kind: 'ask', question: seed.ask, articleId: seed.article ?? null }
  if ('open' in seed) return { kind: 'open', place: seed.open, topicId: seed.topic ?? null }
  return { kind: 'link', url: seed.link }
}
