// The editors' desk: an article's text from draft to expiry. What is published reaches everybody by getSnapshot.
import { Type } from 'typebox'
import { ArticleContent, ArticleRow, Revision, RevisionState, RevisionSummary } from '../domain/revision.ts'
import { VoteReason } from '../domain/vote.ts'
import { ArticleId, TopicId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoute } from './route.ts'

const access = ['editor'] as const
const tag = 'editing'
const article = Type.Object({ articleId: ArticleId })
const revision = Type.Object({ articleId: ArticleId, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) })
/** Which state of the revision the change was made on. Another one: somebody was faster. */
const lock = Type.Integer({ minimum: 0 })
const reply = Type.Object({ revision: Revision })

export const listArticles = defineRoute({
  method: 'GET',
  path: '/api/knowledge/articles',
  access,
  tag,
  summary:
    'Articles in every state. `text` is looked for in questions, similar questions, texts and ids; `state` is the newest revision’s.',
  query: Type.Object({
    topicId: Type.Optional(TopicId),
    state: Type.Optional(RevisionState),
    text: Type.Optional(Type.String({ maxLength: 100 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  reply: Type.Object({ articles: Type.Array(ArticleRow), total: Type.Integer() }),
})

export const getArticle = defineRoute({
  method: 'GET',
  path: '/api/knowledge/articles/:articleId',
  access,
  tag,
  summary: 'An article with its revisions, newest first, and the texts of the open and the published one. Errors: ARTICLE_NOT_FOUND.',
  params: article,
  reply: Type.Object({
    published: Type.Union([Revision, Type.Null()]),
    open: Type.Union([Revision, Type.Null()]),
    history: Type.Array(RevisionSummary),
    votes: Type.Object({
      useful: Type.Integer(),
      useless: Type.Array(Type.Object({ reason: VoteReason, remark: Type.String(), at: Type.Integer(), version: Type.Integer() })),
    }),
  }),
})

export const getRevision = defineRoute({
  method: 'GET',
  path: '/api/knowledge/articles/:articleId/revisions/:version',
  access,
  tag,
  summary: 'One revision whole. Errors: REVISION_NOT_FOUND.',
  params: revision,
  reply,
})

export const createArticle = defineRoute({
  method: 'POST',
  path: '/api/knowledge/articles',
  access,
  tag,
  summary: 'A new article as a draft. Errors: TOPIC_NOT_FOUND, ARTICLE_CONTENT_INVALID.',
  body: Type.Object({ content: ArticleContent }),
  reply,
})

export const reviseArticle = defineRoute({
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/revisions',
  access,
  tag,
  summary: 'Opens a draft from the newest text; where one is open already, returns it. Errors: ARTICLE_NOT_FOUND.',
  params: article,
  reply,
})

export const saveRevision = defineRoute({
  method: 'PUT',
  path: '/api/knowledge/articles/:articleId/revisions/:version',
  access,
  tag,
  summary:
    'Saves a draft. Errors: REVISION_NOT_FOUND, REVISION_STATE_WRONG, REVISION_CHANGED_MEANWHILE, TOPIC_NOT_FOUND, ARTICLE_CONTENT_INVALID.',
  params: revision,
  body: Type.Object({ content: ArticleContent, lock }),
  reply,
})

export const discardRevision = defineRoute({
  method: 'DELETE',
  path: '/api/knowledge/articles/:articleId/revisions/:version',
  access,
  tag,
  summary: 'Discards a draft. Errors: REVISION_NOT_FOUND, REVISION_STATE_WRONG.',
  params: revision,
  reply: Type.Object({}),
})

export const submitRevision = defineRoute({
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/revisions/:version/submission',
  access,
  tag,
  summary:
    'Hands a draft to a reviewer. `publishAt`: not before then; null or past: as soon as it is approved. `changeNote` is what taxpayers are told and must be there when `isSubstantive` and an earlier version was published. Errors: REVISION_NOT_FOUND, REVISION_STATE_WRONG, REVISION_CHANGED_MEANWHILE, REVISION_NOTE_MISSING, ARTICLE_CONTENT_INVALID (something the reviewer could not let pass).',
  params: revision,
  body: Type.Object({
    lock,
    changeNote: Type.String({ maxLength: limits.changeNoteMaxLength }),
    isSubstantive: Type.Boolean(),
    publishAt: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  }),
  reply,
})

export const withdrawRevision = defineRoute({
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/revisions/:version/withdrawal',
  access,
  tag,
  summary:
    'An author takes it back from review, or anybody from the timetable. Errors: REVISION_NOT_FOUND, REVISION_STATE_WRONG, REVISION_CHANGED_MEANWHILE, FORBIDDEN.',
  params: revision,
  body: Type.Object({ lock }),
  reply,
})

export const returnRevision = defineRoute({
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/revisions/:version/return',
  access,
  tag,
  summary:
    'The reviewer sends it back with the reason. Errors: REVISION_NOT_FOUND, REVISION_STATE_WRONG, REVISION_CHANGED_MEANWHILE, REVIEW_OWN.',
  params: revision,
  body: Type.Object({ lock, reason: Type.String({ minLength: 1, maxLength: limits.changeNoteMaxLength }) }),
  reply,
})

export const approveRevision = defineRoute({
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/revisions/:version/approval',
  access,
  tag,
  summary:
    'Somebody who did not write it approves: published at once, or at its time. Those who were given the old answer are told. Errors: REVISION_NOT_FOUND, REVISION_STATE_WRONG, REVISION_CHANGED_MEANWHILE, REVIEW_OWN, ARTICLE_CONTENT_INVALID (something came between since it was submitted).',
  params: revision,
  body: Type.Object({ lock }),
  reply: Type.Object({ revision: Revision, notified: Type.Integer({ description: 'taxpayers who were told' }) }),
})

export const expireArticle = defineRoute({
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/expiry',
  access,
  tag,
  summary:
    'No longer served. `isWrong`: it should not have been, and those who were given it in the recall window are told. Errors: ARTICLE_NOT_FOUND, REVISION_STATE_WRONG.',
  params: article,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: limits.changeNoteMaxLength }), isWrong: Type.Boolean() }),
  reply: Type.Object({ revision: Revision, notified: Type.Integer() }),
})

export const countRecipients = defineRoute({
  method: 'GET',
  path: '/api/knowledge/articles/:articleId/recipients',
  access,
  tag,
  summary:
    'Who would be told if the article changed in substance now: everybody given its answer in the recall window. Errors: ARTICLE_NOT_FOUND.',
  params: article,
  reply: Type.Object({
    taxpayers: Type.Integer(),
    /** Answers given by the bot, and by agents. */
    byBot: Type.Integer(),
    byAgents: Type.Integer(),
    /** The window's first day, Beijing. */
    since: Type.String(),
  }),
})

export const listReviews = defineRoute({
  method: 'GET',
  path: '/api/knowledge/reviews',
  access,
  tag,
  summary: 'Revisions in review or waiting for their time, oldest first.',
  reply: Type.Object({
    revisions: Type.Array(Type.Object({ summary: RevisionSummary, question: Type.String(), topicId: TopicId, isOwn: Type.Boolean() })),
  }),
})
