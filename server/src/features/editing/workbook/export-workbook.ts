// All that is served or worked on, as a workbook that can be imported again.
import writeWorkbook from 'write-excel-file/node'
import { isOpen } from '@zhengna/contract/domain/revision.ts'
import { dayInBeijing } from '../../../platform/clock.ts'
import { contentOf, selectTopics } from '../../knowledge/index.ts'
import type { EditingParts } from '../editing-parts.ts'
import { cellsOf } from './article-cells.ts'
import { columns, widths } from './columns.ts'
import { newestRevisions } from '../newest-revisions.ts'

export interface ExportedWorkbook {
  readonly fileName: string
  readonly bytes: Buffer
}

export async function exportWorkbook({ database, clock }: Pick<EditingParts, 'database' | 'clock'>): Promise<ExportedWorkbook> {
  const { reader } = database
  const names = new Map((await selectTopics(reader)).map(({ id, name }) => [id, name]))
  const rows = (await newestRevisions(reader)).filter(({ state }) => state === 'published' || isOpen(state))
  const body = rows.map((row) => {
    const topicName = names.get(row.topic_id) ?? row.topic_id
    const cells = cellsOf({ id: row.article_id, topicName, state: row.state, content: contentOf(row) })
    return columns.map((column) => asCell(cells[column]))
  })
  const head = columns.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const, backgroundColor: '#E8EEF7' }))
  const workbook = writeWorkbook([head, ...body], {
    sheet: '知识条目',
    columns: columns.map((column) => ({ width: widths[column] })),
    stickyRowsCount: 1,
  })
  return { fileName: `知识库-${dayInBeijing(clock.now())}.xlsx`, bytes: await workbook.toBuffer() }
}

/** Begun so, a spreadsheet would take a text for a formula once somebody edits the cell. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/

function asCell(text: string) {
  // _x0041_ is how the format itself writes a character: a text that reads so is written with its first mark so.
  const value = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return { value, type: String, wrap: true, alignVertical: 'top' as const, ...(LIKE_A_FORMULA.test(value) && { format: '@' }) }
}
