// The workbook of articles: one row an article, its columns in this order. Reading goes by the names in the first row, in any order.
export const workbookColumns = [
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
export type WorkbookColumn = (typeof workbookColumns)[number]

/** Cells that may stay empty; the columns must be there all the same, but for 状态. */
export const optionalCells: readonly WorkbookColumn[] = ['编号', '相似问法', '失效日期', '关键词', '备注', '状态']

/** Between the texts of an answer that has several. */
export const TEXT_DIVIDER = '=====（下一段）====='
/** Between document, number and article of a basis. */
export const BASIS_DIVIDER = '｜'
