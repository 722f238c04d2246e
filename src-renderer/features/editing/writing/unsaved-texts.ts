// What is typed and not saved yet, kept on this machine so that a crash or a reload of the window loses nothing.
// In the browser's store, as it is: these are the office's own texts, written to be published, and about nobody.
// One for each person, article and version; gone once it is saved or given up.
import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId, PersonId } from '@zhengna/contract/ids.ts'

export interface UnsavedText {
  readonly content: ArticleContent
  /** The text it was made from, and the state of the revision then; null for an article that the server does not know. */
  readonly base: { readonly content: ArticleContent; readonly lock: number } | null
  readonly at: number
}

export interface UnsavedPlace {
  readonly personId: PersonId
  /** null: a new article. */
  readonly articleId: ArticleId | null
  readonly version: number
}

const keyOf = ({ personId, articleId, version }: UnsavedPlace): string => `editing.unsaved.${personId}.${articleId ?? ''}.${version}`

/** False where this machine has no room. */
export function keepUnsaved(place: UnsavedPlace, text: UnsavedText): boolean {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(text))
    return true
  } catch {
    return false
  }
}

export function unsavedAt(place: UnsavedPlace): UnsavedText | null {
  const kept = localStorage.getItem(keyOf(place))
  return kept === null ? null : (JSON.parse(kept) as UnsavedText)
}

export const forgetUnsaved = (place: UnsavedPlace): void => localStorage.removeItem(keyOf(place))
