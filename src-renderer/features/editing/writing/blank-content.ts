import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import { today } from '../days.ts'

export const partTypes = ['text', 'link', 'picture', 'video', 'file', 'guide', 'options'] as const satisfies AnswerPart['type'][]
export type PartType = (typeof partTypes)[number]

const noArticle = '' as ArticleId

export function blankPart(type: PartType): AnswerPart {
  switch (type) {
    case 'text':
      return { type, markdown: '' }
    case 'link':
      return { type, title: '', url: 'https://' }
    case 'picture':
      return { type, asset: '', alt: '' }
    case 'video':
      return { type, asset: '', title: '' }
    case 'file':
      return { type, asset: '', name: '' }
    case 'guide':
      return { type, title: '', steps: [blankStep(), blankStep()] }
    case 'options':
      return { type, prompt: '', options: [blankOption(), blankOption()] }
  }
}

export const blankStep = () => ({ title: '', detail: '' })
export const blankOption = () => ({ label: '', article: noArticle })
export const blankBasis = () => ({ document: '', number: '' })

export const blankContent = (topicId: TopicId, region: string): ArticleContent => ({
  topicId,
  question: '',
  similar: [],
  parts: [blankPart('text')],
  basis: [blankBasis()],
  effective: { from: today(), to: null },
  region,
  audience: ['everyone'],
  kind: 'how',
  keywords: [],
  reviewed: today(),
  note: '',
})

/** By what is written, not by which object it is. */
export const isSameContent = (one: ArticleContent, other: ArticleContent): boolean => canonical(one) === canonical(other)

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
