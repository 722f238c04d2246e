// A knowledge article as plain words that an agent can send: Markdown marks removed, guides numbered, the papers named.
import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { Article } from '@zhengna/contract/domain/article.ts'
import { limits } from '@zhengna/contract/limits.ts'

/** At most one message long; cut at the end when it must be. */
export function articleText(article: Article): string {
  const papers = article.basis.map((basis) => `《${basis.document}》（${basis.number}）${basis.article ?? ''}`).join('；')
  const text = [...article.parts.map(partText).filter((part) => part !== ''), `依据：${papers}`].join('\n\n')
  return text.length <= limits.messageTextMaxLength ? text : `${text.slice(0, limits.messageTextMaxLength - 1)}…`
}

function partText(part: AnswerPart): string {
  switch (part.type) {
    case 'text':
      return plainWords(part.markdown)
    case 'link':
      return `${part.title}：${part.url}`
    case 'guide':
      return [part.title, ...part.steps.map(stepText)].join('\n')
    case 'options':
      return [part.prompt, ...part.options.map((option) => `· ${option.label}`)].join('\n')
    // A text message cannot carry these; the full answer shows them.
    case 'picture':
    case 'video':
    case 'file':
      return ''
  }
}

const stepText = (step: { title: string; detail: string; where?: string }, at: number): string =>
  `${at + 1}. ${step.title}：${step.detail}${step.where === undefined ? '' : `（${step.where}）`}`

/** Unlike ui's plainText it keeps what a reader needs without formatting: list dots, cells of a table, addresses. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/^\s*\|?(\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$\n?/gm, '')
    .replace(/^\s*\|(.+)\|\s*$/gm, (_, row: string) => row.split('|').map((cell) => cell.trim()).join('　'))
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1（$2）')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/^(\s*)[-*+]\s+/gm, '$1· ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
