// A push as it stands in its form, and as it is saved. Pure.
import type { NoticeKind } from '@zhengna/contract/domain/notice.ts'
import type { NoticePlace } from '@zhengna/contract/domain/notice-place.ts'
import { everybody, type PushAudience } from '@zhengna/contract/domain/push-audience.ts'
import type { PushContent, PushLink } from '@zhengna/contract/domain/push-record.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'

export interface PushForm {
  kind: NoticeKind
  title: string
  text: string
  /** '': no link. What was filled in for the others stays while another is looked at. */
  linkTo: PushLink['to'] | ''
  place: NoticePlace
  article: { readonly articleId: ArticleId; readonly question: string } | null
  url: string
  audience: PushAudience
}
export type PushFormField = 'title' | 'text' | 'link'
/** What is wrong with it, by the name of the text that says so. */
export type PushFault = 'titleMissing' | 'textMissing' | 'tooLong' | 'articleMissing' | 'urlWrong'

export const blankForm = (): PushForm => ({
  kind: 'todo',
  title: '',
  text: '',
  linkTo: '',
  place: 'my-notices',
  article: null,
  url: '',
  audience: everybody,
})

export function formOf({ kind, title, text, link, audience }: PushContent): PushForm {
  const form = { ...blankForm(), kind, title, text, audience, linkTo: link?.to ?? ('' as const) }
  if (link?.to === 'place') return { ...form, place: link.place }
  if (link?.to === 'web') return { ...form, url: link.url }
  if (link?.to === 'article') return { ...form, article: { articleId: link.articleId, question: link.question } }
  return form
}

/** Asked after `faultsOf` found none. */
export const contentOf = ({ kind, title, text, audience, ...form }: PushForm): PushContent => ({
  kind,
  title,
  text,
  audience,
  link: linkOf(form),
})

function linkOf({ linkTo, place, article, url }: Pick<PushForm, 'linkTo' | 'place' | 'article' | 'url'>): PushLink | null {
  if (linkTo === 'place') return { to: 'place', place }
  if (linkTo === 'web') return { to: 'web', url: url.trim() }
  return linkTo === 'article' && article ? { to: 'article', ...article } : null
}

export function faultsOf({ title, text, linkTo, article, url }: PushForm): Partial<Record<PushFormField, PushFault>> {
  return {
    ...(title.trim() === '' && { title: 'titleMissing' }),
    ...(title.trim().length > limits.pushTitleMaxLength && { title: 'tooLong' }),
    ...(text.trim() === '' && { text: 'textMissing' }),
    ...(text.trim().length > limits.pushTextMaxLength && { text: 'tooLong' }),
    ...(linkTo === 'article' && article === null && { link: 'articleMissing' }),
    ...(linkTo === 'web' && !isWebAddress(url.trim()) && { link: 'urlWrong' }),
  }
}

const isWebAddress = (typed: string): boolean =>
  typed.startsWith('https://') && URL.canParse(typed) && typed.length <= limits.pushUrlMaxLength

export const isSameForm = (one: PushForm, other: PushForm): boolean => JSON.stringify(one) === JSON.stringify(other)
