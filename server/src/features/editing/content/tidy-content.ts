// A text as it is kept: no invisible characters, no blank or repeated entries, nothing that the contract does not know.
import { Compile } from 'typebox/compile'
import { Clean, Clone } from 'typebox/value'
import type { AnswerPart, Basis } from '@zhengna/contract/domain/answer.ts'
import { withoutControls } from '@zhengna/contract/domain/message.ts'
import { ArticleContent, type ArticleContent as Content } from '@zhengna/contract/domain/revision.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'

const isContent = Compile(ArticleContent)

/** Errors: ARTICLE_CONTENT_INVALID (what is left is no article any more). */
export function tidyContent(raw: Content): Content {
  const content = Clean(ArticleContent, Clone(raw)) as Content
  const tidy: Content = {
    ...content,
    question: line(content.question),
    similar: unique(content.similar.map(line)),
    parts: content.parts.map(tidyPart),
    basis: content.basis.map(tidyBasis),
    effective: { from: line(content.effective.from), to: content.effective.to === null ? null : line(content.effective.to) || null },
    region: line(content.region),
    audience: unique(content.audience),
    keywords: unique(content.keywords.map(line)),
    reviewed: line(content.reviewed),
    note: block(content.note),
  }
  const reason = unkeepable(tidy)
  if (reason !== null) throw new DomainError('ARTICLE_CONTENT_INVALID', { reason })
  return tidy
}

function unkeepable(content: Content): string | null {
  const { question, similar, parts } = content
  if (question.length < 4) return '标准问题：请填写至少 4 个字。'
  if (similar.length > limits.similarMax) return `相似问法：最多 ${limits.similarMax} 条。`
  if (parts.some((part) => part.type === 'text' && part.markdown.length > limits.answerTextMaxLength))
    return `答案：一段文字最多 ${limits.answerTextMaxLength} 个字。`
  return isContent.Check(content) ? null : '内容的格式不符合要求。'
}

/** One line: an entry of a list, a name, a title. */
export const line = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim().toWellFormed()

/** Any number of lines, without blank ones at the ends. Two spaces at the end of a line are Markdown, and stay. */
export const block = (text: string): string => withoutControls(text).trimEnd().replace(/^\n+/, '').toWellFormed()

const unique = <T extends string>(values: readonly T[]): T[] => [...new Set(values)].filter((value) => value !== '')

// ｜ parts the three in a workbook.
const tidyName = (text: string): string => line(text).replaceAll('｜', '|')
const tidyBasis = ({ document, number, article }: Basis): Basis => ({
  document: tidyName(document),
  number: tidyName(number),
  ...(article !== undefined && tidyName(article) !== '' && { article: tidyName(article) }),
})

function tidyPart(part: AnswerPart): AnswerPart {
  switch (part.type) {
    case 'text':
      return { ...part, markdown: block(part.markdown) }
    case 'link':
      return { ...part, title: line(part.title) }
    case 'picture':
      return { ...part, alt: line(part.alt) }
    case 'video':
      return { ...part, title: line(part.title) }
    case 'file':
      return { ...part, name: line(part.name) }
    case 'guide':
      return {
        ...part,
        title: line(part.title),
        steps: part.steps.map(({ title, detail, where }) => ({
          title: line(title),
          detail: block(detail),
          ...(where !== undefined && line(where) !== '' && { where: line(where) }),
        })),
      }
    case 'options':
      return {
        ...part,
        prompt: line(part.prompt),
        options: part.options.map(({ label, article }) => ({ label: line(label), article })),
      }
  }
}
