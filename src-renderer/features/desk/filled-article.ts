// Which article a text was filled in from. An agent's answer from the knowledge base is told again when it is corrected,
// so it must be known as that article's also after a word was changed.
import type { ArticleId } from '@zhengna/contract/ids.ts'

/** What 「填入」 puts into the input box. */
export interface FilledArticle {
  readonly articleId: ArticleId
  readonly text: string
}

/** The article filled in last of which at least half is still there; undefined where none is. */
export const articleIn = (text: string, filled: readonly FilledArticle[]): ArticleId | undefined =>
  filled.findLast((one) => isStillThere(text, one.text))?.articleId

function isStillThere(text: string, filled: string): boolean {
  const held = bare(text)
  const sentences = filled.split(/[。；！？\n]+/).map(bare)
  const kept = sentences.filter((sentence) => held.includes(sentence))
  return lengthOf(kept) > 0 && lengthOf(kept) * 2 >= lengthOf(sentences)
}

/** Without blanks and list marks, which are changed for the looks of it. */
const bare = (text: string): string => text.replace(/[\s·]/g, '')

const lengthOf = (sentences: readonly string[]): number => sentences.reduce((sum, { length }) => sum + length, 0)
