// For tests: texts, revisions and a desk over a host that answers as told.
import type { ArticleContent, Revision } from '@zhengna/contract/domain/revision.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import type { ArticleId, PersonId, TopicId } from '@zhengna/contract/ids.ts'
import { fail } from '@zhengna/contract/result.ts'
import { createPinia, setActivePinia } from 'pinia'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { fakeHost, type FakeHost } from '../chat/chat.fixture.ts'
import { chatLocale } from '../chat/index.ts'
import { editingLocale } from './editing.locale.ts'
import { historyLocale } from './history/history.locale.ts'
import { reviewingLocale } from './reviewing/reviewing.locale.ts'
import type { OpenedArticle } from './use-opened-article.ts'
import { blankContent } from './writing/blank-content.ts'
import { writingLocale } from './writing/writing.locale.ts'

export const me = 'zs001' as PersonId
export const anId = 'vat-filing' as ArticleId

export const aContent = (over: Partial<ArticleContent> = {}): ArticleContent => ({
  ...blankContent('vat' as TopicId, '全国'),
  question: '增值税怎么申报？',
  parts: [{ type: 'text', markdown: '登录电子税务局申报。' }],
  basis: [{ document: '增值税法', number: '主席令第41号' }],
  ...over,
})

export const aRevision = (over: Partial<Revision> = {}): Revision => ({
  articleId: anId,
  version: 1,
  state: 'draft',
  author: { id: me, name: '甲' },
  authors: [me],
  reviewer: null,
  createdAt: 1_000,
  submittedAt: null,
  reviewedAt: null,
  publishAt: null,
  publishedAt: null,
  endedAt: null,
  changeNote: '',
  isSubstantive: false,
  remark: '',
  lock: 7,
  content: aContent(),
  ...over,
})

export const opened = (over: Partial<OpenedArticle> = {}): OpenedArticle => ({
  published: null,
  open: aRevision(),
  history: [aRevision()],
  votes: { useful: 0, useless: [] },
  ...over,
})

/** Answers from the table; an answer `{ failure }` is that refusal. */
export function installFakeEditing(answers: Record<string, (params: never) => unknown>) {
  const host: FakeHost = fakeHost(answers)
  const request = host.request.bind(host)
  const refusing: FakeHost = {
    ...host,
    request: async (name: never, params: never) => {
      const result = await request(name, params)
      const value: unknown = result.ok ? result.value : null
      return typeof value === 'object' && value !== null && 'failure' in value ? fail(value.failure as Failure) : result
    },
  }
  installHost(refusing)
  const pinia = createPinia()
  setActivePinia(pinia)
  const texts = createTexts(uiLocale, chatLocale, editingLocale, writingLocale, reviewingLocale, historyLocale)
  return { host: refusing, plugins: [pinia, texts] }
}
