// 业务办理服务确认单: the taxpayer's own, and the office's desk.
import { Type } from 'typebox'
import { MaterialState, SheetState } from '../domain/confirmation-sheet.ts'
import {
  ConfirmationSheet,
  ConfirmationSheetDraft,
  ConfirmationSheetSummary,
  DeskSheet,
  DeskSheetSummary,
  SheetContent,
  SheetOriginId,
  SheetTemplate,
} from '../domain/confirmation-sheet-record.ts'
import { AttachmentId, ConfirmationSheetId, SheetTemplateId } from '../ids.ts'
import { limits } from '../limits.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

const tag = 'confirmation-sheets'
const params = Type.Object({ sheetId: ConfirmationSheetId })
const filter = {
  ...paging,
  /** 确认单编号: whole and exact. */
  number: Type.Optional(Type.String({ maxLength: 32 })),
  state: Type.Optional(SheetState),
  /** In part. */
  matter: Type.Optional(Type.String({ maxLength: 100 })),
  originId: Type.Optional(SheetOriginId),
}

export const listSheets = defineRoute({
  method: 'GET',
  path: '/api/confirmation-sheets',
  access: ['taxpayer'],
  tag,
  summary: 'One’s own 确认单, newest first.',
  query: Type.Object(filter),
  reply: pageOf(ConfirmationSheetSummary),
})

export const getSheet = defineRoute({
  method: 'GET',
  path: '/api/confirmation-sheets/:sheetId',
  access: ['taxpayer'],
  tag,
  summary: 'One’s own 确认单 with its materials and each step. Errors: SHEET_NOT_FOUND.',
  params,
  reply: Type.Object({ sheet: ConfirmationSheet }),
})

export const submitSheet = defineRoute({
  method: 'POST',
  path: '/api/confirmation-sheets/:sheetId/submit',
  access: ['taxpayer'],
  tag,
  summary:
    'Hands in files for what is asked for now; optional materials without any are done without. The same files again give the first result. Errors: SHEET_NOT_FOUND, SHEET_INVALID (`field`), SHEET_STATE_WRONG, ATTACHMENT_NOT_FOUND, ATTACHMENT_NOT_UPLOADED.',
  params,
  body: Type.Object({
    materials: Type.Array(
      Type.Object({
        place: Type.Integer({ minimum: 1, maximum: limits.sheetMaterialsMax }),
        attachmentIds: Type.Array(AttachmentId, { maxItems: limits.attachmentsMax }),
      }),
      { maxItems: limits.sheetMaterialsMax },
    ),
  }),
  reply: Type.Object({ sheet: ConfirmationSheet }),
})

const desk = ['agent', 'supervisor'] as const
const reply = Type.Object({ sheet: DeskSheet })

export const listDeskSheets = defineRoute({
  method: 'GET',
  path: '/api/desk/confirmation-sheets',
  access: desk,
  tag,
  summary:
    'The office’s 确认单: those to be judged first, then those that wait for the taxpayer, then what is done, the latest first. `toJudge`: how many there are of the first, whatever is asked for.',
  query: Type.Object({
    ...filter,
    isOpen: Type.Optional(Type.Boolean()),
    /** 纳税人名称, 识别号: in part. */
    taxpayer: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  reply: Type.Object({ ...pageOf(DeskSheetSummary).properties, toJudge: Type.Integer({ minimum: 0 }) }),
})

export const sendSheet = defineRoute({
  method: 'POST',
  path: '/api/desk/confirmation-sheets',
  access: desk,
  tag,
  summary:
    'Sends one in a live conversation that the caller serves, or about a leave-message or an open work order of the office that no colleague has in hand; the same id again gives the first result. Errors: CONVERSATION_NOT_FOUND, CONVERSATION_STAGE_WRONG, LEAVE_MESSAGE_NOT_FOUND, LEAVE_MESSAGE_STATE_WRONG, WORK_ORDER_NOT_FOUND, WORK_ORDER_STATE_WRONG, SHEET_INVALID (`field`), SHEET_NOT_FOUND (an id of somebody else’s), MESSAGE_BLOCKED, MESSAGE_WARNED.',
  body: ConfirmationSheetDraft,
  reply,
})

export const getDeskSheet = defineRoute({
  method: 'GET',
  path: '/api/desk/confirmation-sheets/:sheetId',
  access: desk,
  tag,
  summary: 'One of the office’s. Errors: SHEET_NOT_FOUND.',
  params,
  reply,
})

const reasonLength = { maxLength: limits.sheetReasonMaxLength * 4 }
/** What the officer saw of it: what changed since is not judged unseen. */
const seen = { state: MaterialState, round: Type.Integer({ minimum: 1 }) }
const materialParams = Type.Object({
  sheetId: ConfirmationSheetId,
  place: Type.String({ pattern: '^[1-9][0-9]?$', description: 'of the material in its sheet' }),
})
const judging = 'Errors: SHEET_NOT_FOUND, SHEET_STATE_WRONG, SHEET_MATERIAL_CHANGED'

export const acceptMaterial = defineRoute({
  method: 'POST',
  path: '/api/desk/confirmation-sheets/:sheetId/materials/:place/accept',
  access: desk,
  tag,
  summary: `审核通过 of one material; the last one decides the sheet. Doing it twice is doing it once. ${judging}.`,
  params: materialParams,
  body: Type.Object(seen),
  reply,
})

export const returnMaterial = defineRoute({
  method: 'POST',
  path: '/api/desk/confirmation-sheets/:sheetId/materials/:place/return',
  access: desk,
  tag,
  summary: `退回 of one material, with the reason; the last one decides the sheet. Doing it twice is doing it once. ${judging}, SHEET_INVALID (\`field\`), MESSAGE_BLOCKED, MESSAGE_WARNED.`,
  params: materialParams,
  body: Type.Object({ ...seen, reason: Type.String({ ...reasonLength, minLength: 1 }), confirmed: Type.Optional(Type.Boolean()) }),
  reply,
})

export const withdrawSheet = defineRoute({
  method: 'POST',
  path: '/api/desk/confirmation-sheets/:sheetId/withdraw',
  access: desk,
  tag,
  summary:
    '撤回, with a reason or without. Doing it twice is doing it once. Errors: SHEET_NOT_FOUND, SHEET_STATE_WRONG, SHEET_INVALID (`field`), MESSAGE_BLOCKED, MESSAGE_WARNED.',
  params,
  body: Type.Object({ reason: Type.String(reasonLength), confirmed: Type.Optional(Type.Boolean()) }),
  reply,
})

export const listSheetTemplates = defineRoute({
  method: 'GET',
  path: '/api/desk/sheet-templates',
  access: desk,
  tag,
  summary: 'What the office sends often: its own first, then the program’s that it did not change.',
  reply: Type.Object({ templates: Type.Array(SheetTemplate) }),
})

const templateParams = Type.Object({ templateId: SheetTemplateId })

export const saveSheetTemplate = defineRoute({
  method: 'PUT',
  path: '/api/desk/sheet-templates/:templateId',
  access: desk,
  tag,
  summary: 'Keeps one for the office; under the id of one of the program’s it takes its place. Errors: SHEET_INVALID (`field`).',
  params: templateParams,
  body: SheetContent,
  reply: Type.Object({ templates: Type.Array(SheetTemplate) }),
})

export const removeSheetTemplate = defineRoute({
  method: 'DELETE',
  path: '/api/desk/sheet-templates/:templateId',
  access: desk,
  tag,
  summary: 'Removes one of the office’s; one of the program’s that it had changed is as it was. Errors: SHEET_TEMPLATE_NOT_FOUND.',
  params: templateParams,
  reply: Type.Object({ templates: Type.Array(SheetTemplate) }),
})
