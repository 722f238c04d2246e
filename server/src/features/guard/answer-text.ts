// What of an answer a taxpayer reads.
import type { Answer, AnswerPart } from '@zhengna/contract/domain/answer.ts'

export function answerText({ question, parts, options }: Answer): string {
  return [question ?? '', ...parts.map(partText), ...options.map(({ label }) => label)].join('\n')
}

function partText(part: AnswerPart): string {
  switch (part.type) {
    case 'text':
      return part.markdown
    case 'link':
    case 'video':
      return part.title
    case 'picture':
      return part.alt
    case 'file':
      return part.name
    case 'guide':
      return [part.title, ...part.steps.flatMap(({ title, detail, where = '' }) => [title, detail, where])].join('\n')
    case 'options':
      return [part.prompt, ...part.options.map(({ label }) => label)].join('\n')
  }
}
