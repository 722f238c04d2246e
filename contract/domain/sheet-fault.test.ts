import { describe, expect, it } from 'vitest'
import { limits } from '../limits.ts'
import type { MaterialState, SheetState } from './confirmation-sheet.ts'
import { sheetFault, submissionFault, tidyLine } from './sheet-fault.ts'

const material = (name: string, note = '') => ({ name, note, isRequired: true })
const licence = material('营业执照')

describe('a sheet that is to be sent', () => {
  it.each([
    ['no matter', { matter: ' \u200b ', materials: [licence] }, 'matter', '请填写业务事项。'],
    ['a matter too long', { matter: '字'.repeat(61), materials: [licence] }, 'matter', '业务事项最多 60 个字，现有 61 个字。'],
    ['no material', { matter: '变更登记', materials: [] }, 'materials', '请至少添加一份材料。'],
    [
      'too many materials',
      { matter: '变更登记', materials: Array.from({ length: limits.sheetMaterialsMax + 1 }, (_, index) => material(`材料${index}`)) },
      'materials',
      '每张确认单最多 20 份材料。',
    ],
    ['a material without a name', { matter: '变更登记', materials: [licence, material(' ')] }, 'materials.1.name', '请填写材料名称。'],
    [
      'a name too long',
      { matter: '变更登记', materials: [material('名'.repeat(61))] },
      'materials.0.name',
      '材料名称最多 60 个字，现有 61 个字。',
    ],
    [
      'one name twice',
      { matter: '变更登记', materials: [licence, material(' 营业执照 ')] },
      'materials.1.name',
      '材料名称与前面的重复，请修改或移除。',
    ],
    [
      'a note too long',
      { matter: '变更登记', materials: [material('合同', '页'.repeat(201))] },
      'materials.0.note',
      '填写说明最多 200 个字，现有 201 个字。',
    ],
  ])('%s is told at its field', (_, content, field, reason) => {
    expect(sheetFault(content)).toEqual({ field, reason })
  })
  it('is right with a matter and one material', () => {
    expect(sheetFault({ matter: '变更登记', materials: [licence] })).toBeNull()
  })
  it('has lines without breaks or blank ends', () => {
    expect(tidyLine(' 变更\n登记\u202e ')).toBe('变更 登记')
  })
})

describe('a submission', () => {
  const sheet = (state: SheetState, ...items: [MaterialState, boolean][]) => ({
    state,
    items: items.map(([itemState, isRequired], index) => ({ place: index + 1, name: `材料${index + 1}`, isRequired, state: itemState })),
  })
  it('has files for all that is required and asked for', () => {
    const first = sheet('collecting', ['missing', true], ['missing', true], ['missing', false])
    expect(submissionFault(first, new Set([1]))).toEqual({ field: 'material.2', reason: '请上传“材料2”。' })
    expect(submissionFault(first, new Set([1, 2]))).toBeNull()
    expect(submissionFault(sheet('returned', ['accepted', true], ['returned', true]), new Set([2]))).toBeNull()
  })
  it('of nothing is none, but what was returned and is optional may be done without', () => {
    expect(submissionFault(sheet('collecting', ['missing', false]), new Set())?.field).toBe('materials')
    expect(submissionFault(sheet('returned', ['accepted', true], ['returned', false]), new Set())).toBeNull()
  })
})
