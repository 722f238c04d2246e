// The two editors of the demo at a running server: one writes, the other lets it pass.
import { routes } from '@zhengna/contract/http/index.ts'
import type { ArticleContent, Revision } from '@zhengna/contract/domain/revision.ts'
import { valueOf } from './office.ts'
import { callRoute, signIn } from './raw-api.ts'

export interface Editors {
  readonly writerToken: string
  readonly reviewerToken: string
  /** From draft to approved; `publishAt` null: at once. */
  publish(articleId: string, change: Partial<ArticleContent>, publishAt?: number | null): Promise<Revision>
}

export async function signInEditors(url: string): Promise<Editors> {
  const { accessToken: writerToken } = await signIn(url, 'zs001')
  const { accessToken: reviewerToken } = await signIn(url, 'zs002')
  const call = { token: writerToken }
  return {
    writerToken,
    reviewerToken,
    async publish(articleId, change, publishAt = null) {
      const { revision: open } = valueOf(await callRoute(url, routes.reviseArticle, { ...call, params: { articleId } }))
      const params = { articleId, version: String(open.version) }
      const body = { content: { ...open.content, ...change }, lock: open.lock }
      const { revision: saved } = valueOf(await callRoute(url, routes.saveRevision, { ...call, params, body }))
      const submission = { lock: saved.lock, changeNote: '改了。', isSubstantive: true, publishAt }
      const { revision: submitted } = valueOf(await callRoute(url, routes.submitRevision, { ...call, params, body: submission }))
      const approval = { token: reviewerToken, params, body: { lock: submitted.lock } }
      return valueOf(await callRoute(url, routes.approveRevision, approval)).revision
    },
  }
}
