// 我的收藏: answers a taxpayer kept, as they were given. Which answers can be kept is takesVote's to say: the direct ones.
import { Type, type Static } from 'typebox'
import { MessageId } from '../ids.ts'
import { Answer, type AnswerPart, type Effective } from './answer.ts'
import { isInForce } from './article.ts'

export const Favourite = Type.Object({
  /** The answer's. */
  messageId: MessageId,
  /** The message it answers: the same with a line and without, so windows know a favourite by it. */
  questionId: MessageId,
  /** What was asked, in the taxpayer's own words. */
  asked: Type.String(),
  answer: Answer,
  answeredAt: Type.Integer({ description: 'milliseconds since 1970' }),
  keptAt: Type.Integer({ description: 'milliseconds since 1970, by the clock of the machine it was kept on' }),
})
export type Favourite = Static<typeof Favourite>

/**
 * The last toggle of an answer. `revision`: 1, 2, 3 … over all toggles of one taxpayer, so that a device knows what it missed;
 * a later toggle of the same answer takes the earlier one's place.
 */
export const FavouriteChange = Type.Object({
  messageId: MessageId,
  questionId: MessageId,
  revision: Type.Integer({ minimum: 1 }),
  toggledAt: Type.Integer({ description: 'milliseconds since 1970' }),
  /** null: kept no longer. */
  favourite: Type.Union([Favourite, Type.Null()]),
})
export type FavouriteChange = Static<typeof FavouriteChange>

/** Whether a kept answer still holds. changed: its article has a newer version; withdrawn: it is not published any more; expired: its end date has passed. */
export type FavouriteCurrency = 'current' | 'changed' | 'withdrawn' | 'expired'

/** `published`: its article as it is now, null where it is gone. `day`: YYYY-MM-DD in Beijing. */
export function currencyOf(
  { papers }: Answer,
  published: { readonly version: number; readonly effective: Effective } | null,
  day: string,
): FavouriteCurrency {
  if (!papers) return 'current'
  if (!published) return 'withdrawn'
  if (published.version > papers.version) return 'changed'
  return isInForce(published.effective, day) ? 'current' : 'expired'
}

/** What a search looks in, lower case: the question in both wordings, the texts, the papers. */
export function favouriteSearchText({ asked, answer }: Pick<Favourite, 'asked' | 'answer'>): string {
  const papers = answer.papers?.basis.flatMap(({ document, number }) => [document, number]) ?? []
  return [asked, answer.question ?? '', ...answer.parts.flatMap(textsOf), ...papers].join('\n').toLowerCase()
}

/** What is typed to search, as it is compared; '' looks for nothing. */
export const favouriteSearchTerm = (typed: string): string => typed.trim().toLowerCase()

function textsOf(part: AnswerPart): readonly string[] {
  switch (part.type) {
    case 'text':
      return [part.markdown]
    case 'link':
    case 'video':
      return [part.title]
    case 'picture':
      return [part.alt]
    case 'file':
      return [part.name]
    case 'guide':
      return [part.title, ...part.steps.flatMap(({ title, detail }) => [title, detail])]
    case 'options':
      return [part.prompt, ...part.options.map(({ label }) => label)]
  }
}
