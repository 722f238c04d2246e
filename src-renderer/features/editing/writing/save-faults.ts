// What the server could not even keep as a draft, found before it is sent. What a reviewer could not let pass is the server's to say.
import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import { limits } from '@zhengna/contract/limits.ts'

export const faultNames = [
  'topic',
  'question',
  'similar',
  'parts',
  'text',
  'url',
  'asset',
  'steps',
  'options',
  'optionArticle',
  'basis',
  'audience',
] as const
export type FaultName = (typeof faultNames)[number]

export interface SaveFault {
  readonly name: FaultName
  /** Where it is: a field of the form. */
  readonly field: keyof ArticleContent
  /** Which part of the answer, from 0. */
  readonly part?: number
}

export function saveFaults(content: ArticleContent): SaveFault[] {
  const { topicId, question, similar, parts, basis, audience } = content
  const faults: SaveFault[] = []
  if ((topicId as string) === '') faults.push({ name: 'topic', field: 'topicId' })
  if (question.trim().length < 4) faults.push({ name: 'question', field: 'question' })
  if (similar.length > limits.similarMax) faults.push({ name: 'similar', field: 'similar' })
  if (parts.length === 0) faults.push({ name: 'parts', field: 'parts' })
  parts.forEach((part, index) => faults.push(...partFaults(part).map((name) => ({ name, field: 'parts' as const, part: index }))))
  if (basis.length === 0) faults.push({ name: 'basis', field: 'basis' })
  if (audience.length === 0) faults.push({ name: 'audience', field: 'audience' })
  return faults
}

function partFaults(part: AnswerPart): FaultName[] {
  switch (part.type) {
    case 'text':
      return part.markdown.length > limits.answerTextMaxLength ? ['text'] : []
    case 'link':
      return part.url.startsWith('https://') ? [] : ['url']
    case 'picture':
    case 'video':
    case 'file':
      return part.asset === '' ? ['asset'] : []
    case 'guide':
      return part.steps.length < 2 ? ['steps'] : []
    case 'options':
      if (part.options.length < 2) return ['options']
      return part.options.some(({ article }) => (article as string) === '') ? ['optionArticle'] : []
  }
}
