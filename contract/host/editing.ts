// 知识库 at the console. The editors' desk works online: what two people edit has one truth, and it is the server's.
import * as editing from '../http/editing.ts'
import * as gaps from '../http/gaps.ts'
import * as files from '../http/knowledge-files.ts'
import * as lexicon from '../http/lexicon.ts'
import * as testBench from '../http/test-bench.ts'
import * as topics from '../http/topics.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const editingRequests = {
  'editing.listArticles': relay(editing.listArticles, console),
  'editing.getArticle': relay(editing.getArticle, console),
  'editing.getRevision': relay(editing.getRevision, console),
  'editing.createArticle': relay(editing.createArticle, console),
  'editing.reviseArticle': relay(editing.reviseArticle, console),
  'editing.saveRevision': relay(editing.saveRevision, console),
  'editing.discardRevision': relay(editing.discardRevision, console),
  'editing.submitRevision': relay(editing.submitRevision, console),
  'editing.withdrawRevision': relay(editing.withdrawRevision, console),
  'editing.returnRevision': relay(editing.returnRevision, console),
  'editing.approveRevision': relay(editing.approveRevision, console),
  'editing.expireArticle': relay(editing.expireArticle, console),
  'editing.countRecipients': relay(editing.countRecipients, console),
  'editing.listReviews': relay(editing.listReviews, console),
  'editing.listTopics': relay(topics.listTopics, console),
  'editing.saveTopic': relay(topics.saveTopic, console),
  'editing.removeTopic': relay(topics.removeTopic, console),
  'editing.getLexicon': relay(lexicon.getLexicon, console),
  'editing.saveConcept': relay(lexicon.saveConcept, console),
  'editing.removeConcept': relay(lexicon.removeConcept, console),
  'editing.saveOtherOffices': relay(lexicon.saveOtherOffices, console),
  'editing.askTestBench': relay(testBench.askTestBench, console),
  'editing.runRegression': relay(testBench.runRegression, console),
  'editing.uploadAsset': relay(files.uploadAsset, console),
  'editing.exportArticles': relay(files.exportArticles, console),
  'editing.importArticles': relay(files.importArticles, console),
  'editing.listGaps': relay(gaps.listGaps, console),
  'editing.draftFromGap': relay(gaps.draftFromGap, console),
  'editing.dismissGap': relay(gaps.dismissGap, console),
  'editing.reopenGap': relay(gaps.reopenGap, console),
  'editing.exportGaps': relay(gaps.exportGaps, console),
}
