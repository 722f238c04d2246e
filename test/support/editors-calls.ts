// A call of every route of the editors' desk, right by its form, about nothing that is there.
import { uuidv7 } from 'uuidv7'
import type { TopicId } from '@zhengna/contract/ids.ts'
import { articleContent } from './article-content.ts'

export const content = articleContent({ topicId: 'deed-tax' as TopicId })
const noArticle = { articleId: 'none' }
export const noRevision = { articleId: 'none', version: '1' }

export const editorsCalls = {
  askTestBench: () => ({ body: { query: '契税税率是多少', audiences: [], day: null, withOpen: false } }),
  runRegression: () => ({ body: { articleIds: ['none'] } }),
  listArticles: () => ({ query: { text: '契税', limit: 5 } }),
  getArticle: () => ({ params: noArticle }),
  getRevision: () => ({ params: noRevision }),
  createArticle: () => ({ body: { content } }),
  reviseArticle: () => ({ params: noArticle }),
  saveRevision: () => ({ params: noRevision, body: { content, lock: 0 } }),
  discardRevision: () => ({ params: noRevision }),
  submitRevision: () => ({ params: noRevision, body: { lock: 0, changeNote: '', isSubstantive: false, publishAt: null } }),
  withdrawRevision: () => ({ params: noRevision, body: { lock: 0 } }),
  returnRevision: () => ({ params: noRevision, body: { lock: 0, reason: '依据不对' } }),
  approveRevision: () => ({ params: noRevision, body: { lock: 0 } }),
  expireArticle: () => ({ params: noArticle, body: { reason: '停用', isWrong: false } }),
  countRecipients: () => ({ params: noArticle }),
  listReviews: () => ({}),
  listTopics: () => ({}),
  saveTopic: () => ({ params: { topicId: 'of-the-test' }, body: { name: '测试专题', summary: '' } }),
  removeTopic: () => ({ params: { topicId: 'none' } }),
  getLexicon: () => ({}),
  saveConcept: () => ({ params: { conceptId: 'of-the-test' }, body: { role: 'matter', names: ['测试'] } }),
  removeConcept: () => ({ params: { conceptId: 'none' } }),
  saveOtherOffices: () => ({ body: { elsewhere: [{ name: '人社部门', contact: '12333', phrases: ['社保卡'], examples: [] }] } }),
  uploadAsset: () => ({ body: { name: 'a.gif', bytes: 'R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==' } }),
  exportArticles: () => ({ query: {} }),
  importArticles: () => ({ body: { bytes: 'bm90aGluZw==', isTrial: true } }),
  listGaps: () => ({ query: { from: '2026-11-16', to: '2026-11-22' } }),
  exportGaps: () => ({ query: { from: '2026-11-16', to: '2026-11-22' } }),
  reopenGap: () => ({ params: { gapId: uuidv7() } }),
  dismissGap: () => ({ params: { gapId: uuidv7() } }),
  draftFromGap: () => ({ params: { gapId: uuidv7() }, body: { topicId: 'none' } }),
}
