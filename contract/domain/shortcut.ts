// 快捷入口: tiles over the talk. The catalogue is the office's, which of them are shown and in what order is the taxpayer's.
import { Type, type Static } from 'typebox'
import { ArticleId, ShortcutId, TopicId } from '../ids.ts'
import { limits } from '../limits.ts'

/** Places of the window that a tile opens. A desktop that does not know one shows no tile for it. */
export const shortcutPlaces = ['person', 'leave-message', 'appointment', 'centre', 'notices', 'favourites', 'packs', 'picture'] as const
export type ShortcutPlace = (typeof shortcutPlaces)[number]
export const ShortcutPlace = Type.Unsafe<ShortcutPlace>(Type.Union(shortcutPlaces.map((place) => Type.Literal(place))))

/** What a tile is drawn with. */
export const shortcutIcons = [
  'person',
  'note',
  'appointment',
  'centre',
  'message',
  'star',
  'book',
  'guide',
  'calendar',
  'picture',
  'invoice',
  'office',
  'phone',
  'globe',
] as const
export type ShortcutIcon = (typeof shortcutIcons)[number]
export const ShortcutIcon = Type.Unsafe<ShortcutIcon>(Type.Union(shortcutIcons.map((icon) => Type.Literal(icon))))

export const ShortcutAction = Type.Union([
  /** Asks the bot; `articleId` where the answer is known, null: as if it were typed. */
  Type.Object({
    kind: Type.Literal('ask'),
    question: Type.String({ minLength: 2, maxLength: 200 }),
    articleId: Type.Union([ArticleId, Type.Null()]),
  }),
  /** `topicId`: of 问答套餐, one of them; null: all. */
  Type.Object({ kind: Type.Literal('open'), place: ShortcutPlace, topicId: Type.Union([TopicId, Type.Null()]) }),
  /** In the person's own browser. */
  Type.Object({ kind: Type.Literal('link'), url: Type.String({ pattern: '^https://', maxLength: 2000 }) }),
])
export type ShortcutAction = Static<typeof ShortcutAction>

export const Shortcut = Type.Object({
  id: ShortcutId,
  name: Type.String({ minLength: 2, maxLength: 10 }),
  /** What it is good for, in a line. */
  summary: Type.String({ minLength: 2, maxLength: 40 }),
  icon: ShortcutIcon,
  action: ShortcutAction,
})
export type Shortcut = Static<typeof Shortcut>

/** What a taxpayer wants to be shown, in order. Ids that are in no catalogue any more are passed over. */
export const ShortcutChoice = Type.Object({
  ids: Type.Array(ShortcutId, { maxItems: limits.shortcutsShownMax, uniqueItems: true }),
  chosenAt: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'milliseconds since 1970' }),
})
export type ShortcutChoice = Static<typeof ShortcutChoice>

/** `choice` null: nothing chosen yet, so `defaults` are shown. */
export const ShortcutBoard = Type.Object({
  catalogue: Type.Array(Shortcut),
  defaults: Type.Array(ShortcutId),
  choice: Type.Union([ShortcutChoice, Type.Null()]),
})
export type ShortcutBoard = Static<typeof ShortcutBoard>

/** In the taxpayer's order. */
export function shownShortcuts({ catalogue, defaults, choice }: ShortcutBoard): readonly Shortcut[] {
  const byId = new Map(catalogue.map((shortcut) => [shortcut.id, shortcut]))
  return (choice?.ids ?? defaults).flatMap((id) => byId.get(id) ?? [])
}
