// A workbook comes in: good rows become drafts, bad ones are reported with their place. All at the end, in one transaction.
import { isDeepStrictEqual } from 'node:util'
import type { Topic } from '@zhengna/contract/domain/article.ts'
import { isOpen, type ArticleContent } from '@zhengna/contract/domain/revision.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { contentOf, selectTopics, type Changing, type RevisionRow } from '../../knowledge/index.ts'
import { livingQuestions, questionKey } from '../content/check-submission.ts'
import { tidyContent } from '../content/tidy-content.ts'
import { beginArticle, beginRevision, newArticleId } from '../drafting.service.ts'
import { change, type Editor, type EditingParts } from '../editing-parts.ts'
import { columns, requiredColumns, type Cells, type Column } from './columns.ts'
import { newestRevisions } from '../newest-revisions.ts'
import { parseRow } from './parse-row.ts'
import { readWorkbook } from './read-workbook.ts'

export interface ImportReport {
  created: number
  changed: number
  unchanged: number
  problems: { row: number; column: string; message: string }[]
}

/** Errors: WORKBOOK_UNREADABLE. `isTrial`: nothing is stored. */
export async function importWorkbook(parts: EditingParts, editor: Editor, bytes: Uint8Array, isTrial: boolean): Promise<ImportReport> {
  const rows = toRows(await readWorkbook(bytes))
  return change(parts, async (changing) => {
    const { report, steps } = await plan(changing, rows)
    if (!isTrial) {
      for (const { id, newest, content } of steps) {
        if (newest) await beginRevision(changing, editor, newest, content)
        else await beginArticle(changing, editor, id, content)
      }
    }
    return report
  })
}

interface NumberedRow {
  /** As the spreadsheet counts. */
  readonly row: number
  readonly cells: Cells
}

interface Step {
  readonly id: ArticleId
  readonly newest: RevisionRow | undefined
  readonly content: ArticleContent
}

/** By the names in the first row; rows with nothing in them are left out. Errors: WORKBOOK_UNREADABLE (a column is missing). */
function toRows([head = [], ...body]: readonly string[][]): NumberedRow[] {
  const places = new Map(head.map((name, place) => [name.trim(), place]))
  if (requiredColumns.some((column) => !places.has(column))) throw new DomainError('WORKBOOK_UNREADABLE')
  const cell = (row: readonly string[], column: Column): string => row[places.get(column) ?? -1] ?? ''
  return body.flatMap((row, place) => {
    if (row.every((one) => one.trim() === '')) return []
    return { row: place + 2, cells: Object.fromEntries(columns.map((column) => [column, cell(row, column)])) as Cells }
  })
}

async function plan({ trx }: Changing, rows: readonly NumberedRow[]): Promise<{ report: ImportReport; steps: Step[] }> {
  const topics = await selectTopics(trx)
  const newestOf = new Map((await newestRevisions(trx)).map((row) => [row.article_id, row]))
  const twins = await ownersOfQuestions(trx)
  const seen = new Set<ArticleId>()
  const report: ImportReport = { created: 0, changed: 0, unchanged: 0, problems: [] }
  const steps: Step[] = []

  for (const { row, cells } of rows) {
    const refuse = (column: Column, message: string): void => void report.problems.push({ row, column, message })
    const id = cells.编号.trim() as ArticleId
    if (id !== '' && !/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) {
      refuse('编号', '只能用小写字母、数字和连字符；新增条目请留空。')
      continue
    }
    if (seen.has(id)) {
      refuse('编号', '与前面的行重复。')
      continue
    }
    const newest = id === '' ? undefined : newestOf.get(id)
    const parsed = readRow(cells, topics, newest)
    if ('problems' in parsed) {
      report.problems.push(...parsed.problems.map((problem) => ({ row, ...problem })))
      continue
    }
    const { content } = parsed
    const owner = id === '' ? newArticleId(content.topicId) : id
    const key = questionKey(content.question)
    const twin = twins.get(key)
    if (twin !== undefined && twin !== owner) {
      refuse('标准问题', `与条目 ${twin} 的标准问题相同。`)
      continue
    }
    const isSame = newest !== undefined && isDeepStrictEqual(tidyContent(contentOf(newest)), content)
    if (!isSame && newest && isOpen(newest.state)) {
      refuse('编号', '该条目正在编辑或审核，请待其发布或撤回后再导入。')
      continue
    }
    seen.add(owner)
    twins.set(key, owner)
    if (isSame) report.unchanged += 1
    else {
      report[newest ? 'changed' : 'created'] += 1
      steps.push({ id: owner, newest, content })
    }
  }
  return { report, steps }
}

function readRow(cells: Cells, topics: readonly Topic[], newest: RevisionRow | undefined): ReturnType<typeof parseRow> {
  const parsed = parseRow(cells, topics, newest ? tidyContent(contentOf(newest)).parts : [])
  if ('problems' in parsed) return parsed
  try {
    return { content: tidyContent(parsed.content) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { problems: [{ column: '标准问题', message: error.failure.message }] }
  }
}

async function ownersOfQuestions(trx: Changing['trx']): Promise<Map<string, ArticleId>> {
  const owners = new Map<string, ArticleId>()
  for (const [id, questions] of await livingQuestions(trx)) for (const question of questions) owners.set(questionKey(question), id)
  return owners
}
