// For tests: sheets as either window gets them.
import type { ConfirmationSheet, DeskSheet, Material } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { dueAtOf } from '@zhengna/contract/domain/sheet-due.ts'
import type { ConfirmationSheetId, ConversationId } from '@zhengna/contract/ids.ts'
import { anAttachment } from '../attachments/attachments.fixture.ts'

const at = Date.parse('2026-12-01T09:00:00+08:00')
export const sheetId = '01900000-0000-7000-8000-000000000001' as ConfirmationSheetId

export const aMaterial = (place: number, over: Partial<Material> = {}): Material => ({
  place,
  name: ['营业执照', '股东会决议', '授权委托书'][place - 1] ?? `材料${place}`,
  note: place === 2 ? '加盖公章' : '',
  isRequired: place < 3,
  state: 'missing',
  round: 0,
  reason: '',
  files: [],
  ...over,
})

export const aSheet = (over: Partial<ConfirmationSheet> = {}): ConfirmationSheet => ({
  id: sheetId,
  number: 'QR202612010001',
  matter: '变更法定代表人',
  state: 'collecting',
  revision: 0,
  origin: { kind: 'conversation', id: '01900000-0000-7000-8000-00000000000a' as ConversationId },
  dueAt: dueAtOf('2026-12-08'),
  officeName: '示范税务局',
  agentNumber: '1001',
  createdAt: at,
  changedAt: at,
  total: 3,
  given: 0,
  accepted: 0,
  items: [aMaterial(1), aMaterial(2), aMaterial(3)],
  steps: [{ at, kind: 'send', agentNumber: '1001', material: null, text: '' }],
  ...over,
})

/** The first is good, the second was returned, the third was done without. */
export const returned = (): Partial<ConfirmationSheet> => ({
  state: 'returned',
  items: [
    aMaterial(1, { state: 'accepted', round: 1, files: [anAttachment('执照.png')] }),
    aMaterial(2, { state: 'returned', round: 1, reason: '公章看不清', files: [anAttachment('决议.png')] }),
    aMaterial(3, { state: 'omitted' }),
  ],
})
export const submitted = (): Partial<ConfirmationSheet> => ({
  state: 'submitted',
  revision: 1,
  items: [
    aMaterial(1, { state: 'submitted', round: 1, files: [anAttachment('执照.png')] }),
    aMaterial(2, { state: 'submitted', round: 1, files: [anAttachment('决议.png')] }),
    aMaterial(3, { state: 'omitted' }),
  ],
})

export const atDesk = (over: Partial<DeskSheet> = {}): DeskSheet => ({
  ...aSheet(),
  taxpayer: {
    id: 'nsr001',
    name: '演示商贸有限公司',
    taxpayer: { taxpayerNumber: '910***********0018' },
  } as unknown as DeskSheet['taxpayer'],
  ...over,
})
