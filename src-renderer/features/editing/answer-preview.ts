// A text as the bot would say it. What is not filled in yet is left out: a preview shows no broken pictures.
import type { Answer, AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'

export function answerOf(content: ArticleContent, articleId: ArticleId, version: number): Answer {
  const { question, parts, basis, effective, region, reviewed } = content
  return {
    decision: 'answer',
    question,
    parts: parts.filter(isShowable),
    papers: { articleId, version, basis: basis.filter(({ document, number }) => document + number !== ''), effective, region, reviewed },
    options: [],
    offersPerson: false,
    offline: false,
  }
}

function isShowable(part: AnswerPart): boolean {
  switch (part.type) {
    case 'text':
      return part.markdown.trim() !== ''
    case 'link':
      return part.title !== '' && part.url !== ''
    case 'picture':
    case 'video':
    case 'file':
      return part.asset !== ''
    case 'guide':
    case 'options':
      return true
  }
}
