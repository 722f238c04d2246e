// 快捷入口: the tiles there are, without those that would lead nowhere now, and which of them a taxpayer wants to be shown.
import { isInForce, type Article, type Topic } from '@zhengna/contract/domain/article.ts'
import type { Shortcut, ShortcutBoard, ShortcutChoice } from '@zhengna/contract/domain/shortcut.ts'
import type { PersonId, ShortcutId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import { dayInBeijing, type Clock } from '../../platform/clock.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import type { ShortcutCatalogue } from './shortcut-seed.ts'

export interface Shortcuts {
  board(caller: Caller): Promise<ShortcutBoard>
  /** What holds afterwards: of two choices the one made last. */
  choose(caller: Caller, choice: ShortcutChoice): Promise<ShortcutChoice>
}

export interface ShortcutParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly catalogue: ShortcutCatalogue
  readonly knowledge: { snapshot(): { readonly articles: readonly Article[]; readonly topics: readonly Topic[] } }
}

export function createShortcuts({ database, bus, clock, catalogue, knowledge }: ShortcutParts): Shortcuts {
  /** As it can be followed now; null: not at all. */
  const alive = (shortcut: Shortcut): Shortcut | null => {
    const { action } = shortcut
    const { articles, topics } = knowledge.snapshot()
    if (action.kind === 'open' && action.topicId !== null) return topics.some(({ id }) => id === action.topicId) ? shortcut : null
    if (action.kind !== 'ask' || action.articleId === null) return shortcut
    const article = articles.find(({ id }) => id === action.articleId)
    if (article && isInForce(article.effective, dayInBeijing(clock.now()))) return shortcut
    return { ...shortcut, action: { ...action, articleId: null } }
  }

  return {
    async board({ personId }) {
      const shortcuts = catalogue.shortcuts.flatMap((shortcut) => alive(shortcut) ?? [])
      return { catalogue: shortcuts, defaults: [...catalogue.defaults], choice: await findChoice(database.reader, personId) }
    },

    choose: ({ personId }, choice) =>
      database.write(async (trx, after) => {
        const held = await findChoice(trx, personId)
        // A clock that is ahead must not outlast everybody's later choices.
        const chosenAt = Math.min(choice.chosenAt, clock.now())
        if (held && held.chosenAt >= chosenAt) return held
        const chosen: ShortcutChoice = { ids: choice.ids, chosenAt }
        const row = { ids: JSON.stringify(chosen.ids), chosen_at: chosenAt }
        await trx
          .insertInto('shortcut_choices')
          .values({ person_id: personId, ...row })
          .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
          .execute()
        after(() => bus.publish('shortcuts.chosen', { personId, choice: chosen }))
        return chosen
      }),
  }
}

async function findChoice(db: Reader, personId: PersonId): Promise<ShortcutChoice | null> {
  const row = await db.selectFrom('shortcut_choices').selectAll().where('person_id', '=', personId).executeTakeFirst()
  return row ? { ids: JSON.parse(row.ids) as ShortcutId[], chosenAt: row.chosen_at } : null
}
