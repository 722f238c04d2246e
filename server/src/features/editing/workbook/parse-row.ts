// A row of the workbook as an article's text, or everything that is wrong with it.
import { questionKindLabels, questionKinds, type Topic } from '@zhengna/contract/domain/article.ts'
import type { AnswerPart, Basis } from '@zhengna/contract/domain/answer.ts'
import { audienceLabels, audiences, type Audience } from '@zhengna/contract/domain/person.ts'
import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { isDay } from '../content/day.ts'
import { block, line } from '../content/tidy-content.ts'
import { BASIS_DIVIDER, TEXT_DIVIDER, type Cells, type Column } from './columns.ts'

export interface CellProblem {
  readonly column: Column
  readonly message: string
}

export type ParsedRow = { readonly content: ArticleContent } | { readonly problems: CellProblem[] }

/** `partsBefore`: of the article as it is, whose pictures, links, guides … stay; empty for a new one. */
export function parseRow(cells: Cells, topics: readonly Topic[], partsBefore: readonly AnswerPart[]): ParsedRow {
  const problems: CellProblem[] = []
  const report = (column: Column, message: string): void => void problems.push({ column, message })

  const topicName = line(cells.专题)
  const topic = topics.find(({ id, name }) => name === topicName || (id as string) === topicName)
  if (!topic) report('专题', topicName === '' ? '请填写专题。' : `没有名为“${topicName}”的专题，请先建立或改用已有专题。`)

  const question = line(cells.标准问题)
  if (question.length < 4 || question.length > 200) report('标准问题', '请填写 4 至 200 个字。')

  const similar = linesOf(cells.相似问法)
  if (similar.length > limits.similarMax) report('相似问法', `最多 ${limits.similarMax} 条。`)
  if (similar.some((one) => one.length > 200)) report('相似问法', '每条最多 200 个字，一行一条。')

  const texts = block(cells.答案).split(TEXT_DIVIDER).map(block)
  const parts = withTexts(partsBefore, texts)
  if (parts.length === 0) report('答案', '请填写答案。')
  if (texts.some((text) => text.length > limits.answerTextMaxLength)) report('答案', `一段文字最多 ${limits.answerTextMaxLength} 个字。`)

  const basis = linesOf(cells.依据).map(toBasis)
  if (basis.length === 0) report('依据', '请至少填写一条，格式为“文件｜文号｜条款”，一行一条。')
  if (basis.includes(null)) report('依据', '每条须有文件和文号，格式为“文件｜文号｜条款”，一行一条，条款可以不填。')

  const from = dayOf(cells.生效日期)
  const to = line(cells.失效日期) === '' ? null : dayOf(cells.失效日期)
  if (from === '') report('生效日期', '请填写日期，格式为 2026-01-31。')
  if (to === '') report('失效日期', '请填写日期，格式为 2026-01-31；没有失效日期则留空。')
  if (from !== '' && to !== null && to !== '' && to < from) report('失效日期', '不能早于生效日期。')

  const region = line(cells.适用地区)
  if (region === '') report('适用地区', '请填写，例如“全国”。')

  const named = cells.适用对象
    .split(/[、，,;；\n]/)
    .map(line)
    .filter((label) => label !== '')
  const audience = named.map((label) => audiences.find((one) => audienceLabels[one] === label))
  if (named.length === 0 || audience.includes(undefined)) report('适用对象', `只能填写：${Object.values(audienceLabels).join('、')}。`)

  const kind = questionKinds.find((one) => questionKindLabels[one] === line(cells.问题类型))
  if (!kind) report('问题类型', `只能填写：${Object.values(questionKindLabels).join('、')}。`)

  const reviewed = dayOf(cells.最近审核日期)
  if (reviewed === '') report('最近审核日期', '请填写日期，格式为 2026-01-31。')

  if (!topic || !kind || problems.length > 0) return { problems }
  const content: ArticleContent = {
    topicId: topic.id,
    question,
    similar: [...new Set(similar)],
    parts,
    basis: basis as Basis[],
    effective: { from, to },
    region,
    audience: [...new Set(audience as Audience[])],
    kind,
    keywords: [...new Set(linesOf(cells.关键词))],
    reviewed,
    note: block(cells.备注),
  }
  return { content }
}

const linesOf = (cell: string): string[] =>
  cell
    .split(/\r\n?|\n/)
    .map(line)
    .filter((one) => one !== '')

function toBasis(entry: string): Basis | null {
  const [document = '', number = '', ...rest] = entry.split(BASIS_DIVIDER).map(line)
  const article = rest.join('|')
  if (document === '' || number === '') return null
  return article === '' ? { document, number } : { document, number, article }
}

/** YYYY-MM-DD; '' where it is no day. 2026/1/31 is what a spreadsheet makes of one. */
function dayOf(cell: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(line(cell)) ?? []
  const text = `${year ?? ''}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : ''
}

/** The texts in the places of those before; more follow the last of them, fewer take the rest away. */
function withTexts(before: readonly AnswerPart[], texts: readonly string[]): AnswerPart[] {
  const left = texts.filter((text) => text !== '').map((markdown) => ({ type: 'text' as const, markdown }))
  const parts: AnswerPart[] = []
  let end = 0
  for (const part of before) {
    const next = part.type === 'text' ? left.shift() : part
    if (!next) continue
    parts.push(next)
    if (part.type === 'text') end = parts.length
  }
  return parts.toSpliced(end, 0, ...left)
}
