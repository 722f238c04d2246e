// A call of every route of the administrators' desk, right by its form, about nothing that is there.
import { wordContent } from './guard.ts'

export const guardedWord = { content: wordContent('某个词', { isEnabled: false }), isCertain: true }
const noWord = { wordId: 'none' }
const noneToImport = { text: '。。。', category: 'abuse', direction: 'both', isTrial: true }

export const guardCalls = {
  listGuardWords: () => ({ query: { text: '某', limit: 5 } }),
  addGuardWord: () => ({ body: { ...guardedWord, content: { ...guardedWord.content, word: '。。。' } } }),
  saveGuardWord: () => ({ params: noWord, body: guardedWord }),
  removeGuardWord: () => ({ params: noWord }),
  importGuardWords: () => ({ body: noneToImport }),
  listGuardPolicy: () => ({}),
  saveGuardPolicy: () => ({ params: { category: 'abuse' }, body: { action: 'mask', replacement: '' } }),
  tryGuard: () => ({ body: { text: '您好', direction: 'in' } }),
}
