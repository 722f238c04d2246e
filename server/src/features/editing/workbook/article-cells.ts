// An article as a row of the workbook. Parts other than text have no cell: on the way back they are kept as they are.
import { questionKindLabels } from '@zhengna/contract/domain/article.ts'
import { audienceLabels } from '@zhengna/contract/domain/person.ts'
import { revisionStateLabels, type ArticleContent, type RevisionState } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { BASIS_DIVIDER, TEXT_DIVIDER, type Cells } from './columns.ts'

export interface WorkbookArticle {
  readonly id: ArticleId
  readonly topicName: string
  readonly state: RevisionState
  readonly content: ArticleContent
}

export function cellsOf({ id, topicName, state, content }: WorkbookArticle): Cells {
  const texts = content.parts.flatMap((part) => (part.type === 'text' ? part.markdown : []))
  return {
    编号: id,
    专题: topicName,
    标准问题: content.question,
    相似问法: content.similar.join('\n'),
    答案: texts.join(`\n\n${TEXT_DIVIDER}\n\n`),
    依据: content.basis
      .map(({ document, number, article }) => [document, number, ...(article === undefined ? [] : [article])].join(BASIS_DIVIDER))
      .join('\n'),
    生效日期: content.effective.from,
    失效日期: content.effective.to ?? '',
    适用地区: content.region,
    适用对象: content.audience.map((one) => audienceLabels[one]).join('、'),
    问题类型: questionKindLabels[content.kind],
    关键词: content.keywords.join('\n'),
    最近审核日期: content.reviewed,
    备注: content.note,
    状态: revisionStateLabels[state],
  }
}
