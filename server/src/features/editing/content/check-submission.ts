// What a reviewer could not let pass: the text's own faults, and those that only the rest of the knowledge base tells.
import { normaliseQuery } from '@zhengna/answering/text/normalise.ts'
import { assetTypeOf } from '@zhengna/contract/domain/asset.ts'
import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { dayInBeijing } from '../../../platform/clock.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { openStates, type Assets } from '../../knowledge/index.ts'
import { hasTopic } from '../topics.store.ts'
import { articleFaults } from './article-faults.ts'

/** Errors: TOPIC_NOT_FOUND, ARTICLE_CONTENT_INVALID with every fault there is. */
export async function checkSubmission(db: Reader, assets: Assets, id: ArticleId, content: ArticleContent, now: number): Promise<void> {
  if (!(await hasTopic(db, content.topicId))) throw new DomainError('TOPIC_NOT_FOUND')
  const living = await livingQuestions(db)
  const faults = [
    ...twinFaults(living, id, content),
    ...articleFaults(content, dayInBeijing(now)),
    ...assetFaults(assets, content),
    ...optionFaults(living, id, content),
  ]
  if (faults.length > 0) throw new DomainError('ARTICLE_CONTENT_INVALID', { reason: `${faults.join('；')}。` })
}

/** Standard questions of articles that are served or worked on, by article. */
export async function livingQuestions(db: Reader): Promise<Map<ArticleId, string[]>> {
  const rows = await db
    .selectFrom('article_revisions')
    .select(['article_id', 'question'])
    .where('state', 'in', ['published', ...openStates])
    .execute()
  const questions = new Map<ArticleId, string[]>()
  for (const { article_id, question } of rows) questions.set(article_id, [...(questions.get(article_id) ?? []), question])
  return questions
}

/** Questions that the engine could not tell apart have the same key. */
export const questionKey = (question: string): string => normaliseQuery(question).replaceAll(' ', '')

function twinFaults(living: ReadonlyMap<ArticleId, string[]>, id: ArticleId, { question }: ArticleContent): string[] {
  const key = questionKey(question)
  const twin = [...living].find(([other, questions]) => other !== id && questions.some((one) => questionKey(one) === key))
  return twin ? [`标准问题：与条目 ${twin[0]} 相同`] : []
}

function assetFaults(assets: Assets, { parts }: ArticleContent): string[] {
  return parts.flatMap((part) => {
    if (part.type !== 'picture' && part.type !== 'video' && part.type !== 'file') return []
    const type = assetTypeOf(part.asset) ?? ''
    if (!assets.find(part.asset)) return [`文件 ${part.asset}：不存在，请重新上传`]
    if (part.type === 'picture' && !type.startsWith('image/')) return [`图片 ${part.asset}：不是图片文件`]
    return part.type === 'video' && !type.startsWith('video/') ? [`视频 ${part.asset}：不是视频文件`] : []
  })
}

function optionFaults(living: ReadonlyMap<ArticleId, string[]>, id: ArticleId, { parts }: ArticleContent): string[] {
  const options = parts.flatMap((part) => (part.type === 'options' ? part.options : []))
  return options.flatMap(({ label, article }) => {
    if (article === id) return [`选项“${label}”：不能指向本条目`]
    return living.has(article) ? [] : [`选项“${label}”：所指条目 ${article} 不存在或已失效`]
  })
}
