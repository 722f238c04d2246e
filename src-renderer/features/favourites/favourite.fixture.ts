// For tests: favourites, numbered in the order of their keeping.
import type { FavouriteView } from '@zhengna/contract/host/favourites.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { anAnswer } from '../chat/chat.fixture.ts'

export const aFavourite = (number: number, over: Partial<FavouriteView> = {}): FavouriteView => {
  const questionId = `q${String(number).padStart(3, '0')}` as MessageId
  return {
    messageId: `a${String(number).padStart(3, '0')}` as MessageId,
    questionId,
    asked: `我想问第${number}件事`,
    answer: anAnswer(questionId, { question: `第${number}问怎么办？` }).answer,
    answeredAt: number,
    keptAt: number,
    currency: 'current',
    ...over,
  }
}
