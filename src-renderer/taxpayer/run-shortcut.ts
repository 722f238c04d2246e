// What pressing a tile of 快捷入口 does.
import type { Shortcut, ShortcutPlace } from '@zhengna/contract/domain/shortcut.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'

export interface ShortcutMoves {
  ask(question: { question: string; articleId: ArticleId | null }): void
  openLink(url: string): void
  readonly places: Readonly<Record<ShortcutPlace, (topicId: TopicId | null) => void>>
}

export function runShortcut({ action }: Shortcut, { ask, openLink, places }: ShortcutMoves): void {
  switch (action.kind) {
    case 'ask':
      return ask({ question: action.question, articleId: action.articleId })
    case 'link':
      return openLink(action.url)
    case 'open':
      return places[action.place](action.topicId)
  }
}
