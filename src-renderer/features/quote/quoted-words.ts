// What a message says in one line, for a place that has no room for more.
import type { MessageBody } from '@zhengna/contract/domain/message.ts'

export type QuotedWords =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'picture' | 'file'; readonly name: string }
  | { readonly kind: 'retracted' }

const WORDS_MAX = 120

export function quotedWords(body: MessageBody): QuotedWords {
  switch (body.kind) {
    case 'text':
      return { kind: 'words', text: inOneLine(body.text) }
    case 'answer': {
      const [first] = body.answer.parts
      return { kind: 'words', text: inOneLine(body.answer.question ?? (first?.type === 'text' ? first.markdown : '')) }
    }
    case 'picture':
    case 'file':
      return { kind: body.kind, name: body.attachment.name }
    case 'retracted':
    case 'event':
      return { kind: 'retracted' }
  }
}

const inOneLine = (text: string): string =>
  text
    .replace(/[*_`#>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, WORDS_MAX)
