import * as contract from '@zhengna/contract/http/editing.ts'
import * as files from '@zhengna/contract/http/knowledge-files.ts'
import * as lexiconRoutes from '@zhengna/contract/http/lexicon.ts'
import * as topicRoutes from '@zhengna/contract/http/topics.ts'
import { decodeBase64 } from '../../platform/http/base64.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Editing } from './editing.service.ts'

export function registerEditingRoutes(implement: Implement, editing: Editing): void {
  registerArticleRoutes(implement, editing)
  registerReviewRoutes(implement, editing)
  registerTopicRoutes(implement, editing)
  registerLexiconRoutes(implement, editing)
  registerFileRoutes(implement, editing)
}

function registerArticleRoutes(implement: Implement, { catalogue, drafting, serving }: Editing): void {
  implement(contract.listArticles, ({ query }) => catalogue.list(query))
  implement(contract.getArticle, ({ params }) => catalogue.get(params.articleId))
  implement(contract.getRevision, async ({ params }) => ({ revision: await catalogue.revision(params.articleId, params.version) }))
  implement(contract.createArticle, async ({ caller, body }) => ({ revision: await drafting.create(caller, body.content) }))
  implement(contract.reviseArticle, async ({ caller, params }) => ({ revision: await drafting.revise(caller, params.articleId) }))
  implement(contract.saveRevision, async ({ caller, params, body }) => ({
    revision: await drafting.save(caller, { ...params, lock: body.lock }, body.content),
  }))
  implement(contract.discardRevision, async ({ params }) => {
    await drafting.discard(params.articleId, params.version)
    return {}
  })
  implement(contract.expireArticle, ({ caller, params, body }) => serving.expire(caller, params.articleId, body.reason, body.isWrong))
  implement(contract.countRecipients, ({ params }) => serving.recipients(params.articleId))
}

function registerReviewRoutes(implement: Implement, { reviewing }: Editing): void {
  implement(contract.submitRevision, async ({ caller, params, body: { lock, ...submission } }) => ({
    revision: await reviewing.submit(caller, { ...params, lock }, submission),
  }))
  implement(contract.withdrawRevision, async ({ caller, params, body }) => ({
    revision: await reviewing.withdraw(caller, { ...params, lock: body.lock }),
  }))
  implement(contract.returnRevision, async ({ caller, params, body }) => ({
    revision: await reviewing.sendBack(caller, { ...params, lock: body.lock }, body.reason),
  }))
  implement(contract.approveRevision, ({ caller, params, body }) => reviewing.approve(caller, { ...params, lock: body.lock }))
  implement(contract.listReviews, async ({ caller }) => ({ revisions: await reviewing.reviews(caller) }))
}

function registerTopicRoutes(implement: Implement, { topics }: Editing): void {
  implement(topicRoutes.listTopics, async () => ({ topics: await topics.list() }))
  implement(topicRoutes.saveTopic, async ({ caller, params, body }) => ({
    topic: await topics.save(caller, { id: params.topicId, ...body }),
  }))
  implement(topicRoutes.removeTopic, async ({ caller, params }) => {
    await topics.remove(caller, params.topicId)
    return {}
  })
}

function registerLexiconRoutes(implement: Implement, { lexicon }: Editing): void {
  implement(lexiconRoutes.getLexicon, () => lexicon.get())
  implement(lexiconRoutes.saveConcept, ({ caller, params, body }) => lexicon.saveConcept(caller, { id: params.conceptId, ...body }))
  implement(lexiconRoutes.removeConcept, async ({ caller, params }) => {
    await lexicon.removeConcept(caller, params.conceptId)
    return {}
  })
  implement(lexiconRoutes.saveOtherOffices, async ({ caller, body }) => ({
    elsewhere: await lexicon.saveOtherOffices(caller, body.elsewhere),
  }))
}

function registerFileRoutes(implement: Implement, editing: Editing): void {
  implement(files.uploadAsset, async ({ body }) => ({ asset: await editing.uploadAsset(body.name, decodeBase64(body.bytes, 'bytes')) }))
  implement(files.exportArticles, async ({ query }) => {
    const { fileName, bytes } = await (query.isTemplate ? editing.exportTemplate() : editing.exportWorkbook())
    return { fileName, bytes: bytes.toString('base64') }
  })
  implement(files.importArticles, ({ caller, body }) => editing.importWorkbook(caller, decodeBase64(body.bytes, 'bytes'), body.isTrial))
}
