// What a sheet of articles needs beyond its columns, which the contract names.
import { workbookColumns, type WorkbookColumn } from '@zhengna/contract/domain/workbook.ts'

export {
  BASIS_DIVIDER,
  TEXT_DIVIDER,
  workbookColumns as columns,
  type WorkbookColumn as Column,
} from '@zhengna/contract/domain/workbook.ts'

/** A row as text, cell by cell. */
export type Cells = Readonly<Record<WorkbookColumn, string>>

/** 状态 is told, not taken: only the desk moves an article on. */
export const requiredColumns: readonly WorkbookColumn[] = workbookColumns.filter((column) => column !== '状态')

/** In characters, for reading. */
export const widths: Record<WorkbookColumn, number> = {
  编号: 26,
  专题: 18,
  标准问题: 36,
  相似问法: 40,
  答案: 70,
  依据: 50,
  生效日期: 12,
  失效日期: 12,
  适用地区: 10,
  适用对象: 18,
  问题类型: 10,
  关键词: 18,
  最近审核日期: 14,
  备注: 24,
  状态: 10,
}
