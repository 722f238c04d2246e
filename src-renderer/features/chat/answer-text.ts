// An answer as plain text: for 「复制」, with the papers it rests on.
import type { Answer, AnswerPart } from '@zhengna/contract/domain/answer.ts'
import { plainText } from '../../ui/index.ts'

export function answerText(answer: Answer): string {
  const bases = (answer.papers?.basis ?? []).map(
    ({ document, number, article }) => `依据：${document} ${number}${article ? ` ${article}` : ''}`,
  )
  return [answer.question, ...answer.parts.map(partText), ...answer.options.map(({ label }) => `· ${label}`), ...bases]
    .filter((line) => line)
    .join('\n')
}

function partText(part: AnswerPart): string {
  switch (part.type) {
    case 'text':
      return plainText(part.markdown)
    case 'link':
      return `${part.title} ${part.url}`
    case 'picture':
      return part.alt
    case 'video':
      return part.title
    case 'file':
      return part.name
    case 'guide':
      return [part.title, ...part.steps.map(({ title, detail }, index) => `${index + 1}. ${title}：${detail}`)].join('\n')
    case 'options':
      return [part.prompt, ...part.options.map(({ label }) => `· ${label}`)].join('\n')
  }
}
