// The workbook's form: one row an article, its columns in this order. Reading goes by the names in the first row, in any order.
export const columns = [
  '编号',
  '专题',
  '标准问题',
  '相似问法',
  '答案',
  '依据',
  '生效日期',
  '失效日期',
  '适用地区',
  '适用对象',
  '问题类型',
  '关键词',
  '最近审核日期',
  '备注',
  '状态',
] as const
export type Column = (typeof columns)[number]

/** A row as text, cell by cell. */
export type Cells = Readonly<Record<Column, string>>

/** 状态 is told, not taken: only the desk moves an article on. */
export const requiredColumns: readonly Column[] = columns.filter((column) => column !== '状态')

/** In characters, for reading. */
export const widths: Record<Column, number> = {
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

/** Between the texts of an answer that has several. */
export const TEXT_DIVIDER = '=====（下一段）====='
/** Between document, number and article of a basis. */
export const BASIS_DIVIDER = '｜'
