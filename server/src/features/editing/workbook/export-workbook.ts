// All that is served or worked on, as a workbook that can be imported again; or the empty form of one.
import { isOpen } from '@zhengna/contract/domain/revision.ts'
import { dayInBeijing } from '../../../platform/clock.ts'
import { writeSheet } from '../../../platform/spreadsheet/write-sheet.ts'
import { contentOf, selectTopics } from '../../knowledge/index.ts'
import type { EditingParts } from '../editing-parts.ts'
import { newestRevisions } from '../newest-revisions.ts'
import { cellsOf } from './article-cells.ts'
import { columns, widths } from './columns.ts'

export interface ExportedWorkbook {
  readonly fileName: string
  readonly bytes: Buffer
}

const sheetOf = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeSheet({ name: '知识条目', columns: columns.map((title) => ({ title, width: widths[title] })), rows })

export async function exportWorkbook({ database, clock }: Pick<EditingParts, 'database' | 'clock'>): Promise<ExportedWorkbook> {
  const { reader } = database
  const names = new Map((await selectTopics(reader)).map(({ id, name }) => [id, name]))
  const rows = (await newestRevisions(reader)).filter(({ state }) => state === 'published' || isOpen(state))
  const bytes = await sheetOf(
    rows.map((row) => {
      const topicName = names.get(row.topic_id) ?? row.topic_id
      const cells = cellsOf({ id: row.article_id, topicName, state: row.state, content: contentOf(row) })
      return columns.map((column) => cells[column])
    }),
  )
  return { fileName: `知识库-${dayInBeijing(clock.now())}.xlsx`, bytes }
}

export const exportTemplate = async (): Promise<ExportedWorkbook> => ({ fileName: '知识库导入模板.xlsx', bytes: await sheetOf([]) })
