import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SheetTemplateId } from '@zhengna/contract/ids.ts'
import { openSheetStand, seededTemplate, type SheetStand } from '../../../../test/support/confirmation-sheets.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { temporaryFolder } from '../../../../test/support/server.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { readSeededTemplates } from './seeded-templates.ts'

describe('what an office keeps', () => {
  let stand: SheetStand
  let agent: Caller
  beforeEach(async () => {
    stand = await openSheetStand()
    agent = await stand.agent(await stand.office())
  })
  afterEach(() => stand.close())

  const own = { matter: ' 迁移  登记 ', materials: [{ name: ' 产权证明 ', note: '', isRequired: true }] }
  const id = 'moving' as SheetTemplateId

  it('comes first, tidied; another office does not see it', async () => {
    const templates = await stand.sheets.templates.save(agent, id, own)
    expect(templates.map(({ matter, isOwn }) => [matter, isOwn])).toEqual([
      ['迁移 登记', true],
      [seededTemplate.matter, false],
    ])
    expect(templates[0]!.materials[0]!.name).toBe('产权证明')
    expect(await stand.sheets.templates.list(await stand.agent(await stand.office()))).toEqual([seededTemplate])
  })
  it('may take the place of one of the program’s, until it is removed', async () => {
    const changed = await stand.sheets.templates.save(agent, seededTemplate.id, { ...seededTemplate, matter: '变更登记（本局）' })
    expect(changed.map(({ matter, isOwn }) => [matter, isOwn])).toEqual([['变更登记（本局）', true]])
    expect(await stand.sheets.templates.remove(agent, seededTemplate.id)).toEqual([seededTemplate])
    expect(await codeOf(stand.sheets.templates.remove(agent, seededTemplate.id))).toBe('SHEET_TEMPLATE_NOT_FOUND')
  })
  it('is as right as a sheet must be', async () => {
    expect(await codeOf(stand.sheets.templates.save(agent, id, { ...own, materials: [] }))).toBe('SHEET_INVALID')
  })
})

describe('the program’s templates', () => {
  it('are sheets that could be sent', () => {
    expect(readSeededTemplates().length).toBeGreaterThan(5)
  })

  let folder: string
  beforeEach(() => void (folder = temporaryFolder('templates')))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  it.each([
    ['a field that is none', '- { id: a, matter: 事项, materials: [], more: 1 }', 'templates.yaml'],
    ['no material', '- { id: a, matter: 事项, materials: [] }', '请至少添加一份材料'],
    [
      'an id twice',
      '[{ id: a, matter: 事项, materials: [{ name: 材料 }] }, { id: a, matter: 事项, materials: [{ name: 材料 }] }]',
      'twice',
    ],
  ])('%s stops the start and names its place', (_, text, message) => {
    const file = join(folder, 'templates.yaml')
    writeFileSync(file, text)
    expect(() => readSeededTemplates(file)).toThrow(message)
  })
})
