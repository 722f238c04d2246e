// A call of every route of confirmation sheets, right by its form, about nothing that is there.
import { uuidv7 } from 'uuidv7'
import type { AttachmentId, ConfirmationSheetId, ConversationId } from '@zhengna/contract/ids.ts'

const ofNobody = { sheetId: uuidv7() }
const material = { name: '营业执照', note: '', isRequired: true }
const content = { matter: '变更税务登记信息', materials: [material] }
const draft = {
  id: uuidv7() as ConfirmationSheetId,
  origin: { kind: 'conversation' as const, id: uuidv7() as ConversationId },
  dueDay: '2026-12-31',
  ...content,
}
/** Half written. */
export const sheetFields = { ...content, dueDay: '' }
const given = { materials: [{ place: 1, attachmentIds: [uuidv7() as AttachmentId] }] }
const seen = { state: 'submitted' as const, round: 1 }
const ofTemplate = { templateId: 'nowhere' }
const filter = { page: 2, pageSize: 20, number: 'QR202611270001', state: 'submitted' as const, matter: '变更', originId: uuidv7() }

export const confirmationSheetCalls = {
  listSheets: () => ({ query: filter }),
  getSheet: () => ({ params: ofNobody }),
  submitSheet: () => ({ params: ofNobody, body: given }),
  listDeskSheets: () => ({ query: { ...filter, isOpen: true, taxpayer: '公司' } }),
  sendSheet: () => ({ body: draft }),
  getDeskSheet: () => ({ params: ofNobody }),
  acceptMaterial: () => ({ params: { ...ofNobody, place: '1' }, body: seen }),
  returnMaterial: () => ({ params: { ...ofNobody, place: '1' }, body: { ...seen, reason: '看不清' } }),
  withdrawSheet: () => ({ params: ofNobody, body: { reason: '' } }),
  listSheetTemplates: () => ({}),
  saveSheetTemplate: () => ({ params: ofTemplate, body: content }),
  removeSheetTemplate: () => ({ params: ofTemplate }),
}

/** The bodies among them. */
export const confirmationSheetBodies: [keyof typeof confirmationSheetCalls, Record<string, unknown>][] = [
  ['submitSheet', given],
  ['sendSheet', draft],
  ['acceptMaterial', seen],
  ['returnMaterial', { ...seen, reason: '看不清' }],
  ['withdrawSheet', { reason: '' }],
  ['saveSheetTemplate', content],
]
