// 业务办理服务确认单: at the taxpayer's window what was seen before shows with no line; at the console all is online, for what two
// officers do has one truth, and it is the server's.
import { Type, type Static } from 'typebox'
import {
  SheetContent,
  SheetOriginId,
  type ConfirmationSheet,
  type ConfirmationSheetSummary,
  type DeskSheet,
  type SheetNews,
} from '../domain/confirmation-sheet-record.ts'
import * as sheets from '../http/confirmation-sheets.ts'
import { ConfirmationSheetId } from '../ids.ts'
import { event, request } from './channel.ts'
import type { FormDraft, RecordList, Seen } from './records.ts'
import { relay } from './relay.ts'

const taxpayer = ['taxpayer'] as const
const console = ['console'] as const

/** Under which name `attachments` keeps the files for one of its materials. */
export const sheetFormKey = (id: ConfirmationSheetId, place: number): string => `sheet:${id}:${place}`

/** As it was typed. `dueDay` '': none is chosen yet. */
export const SheetFields = Type.Object({ ...SheetContent.properties, dueDay: Type.String({ maxLength: 10 }) })
export type SheetFields = Static<typeof SheetFields>

export const sheetRequests = {
  'sheets.list': request<Seen<RecordList<ConfirmationSheetSummary>>>()(Type.Object({ query: sheets.listSheets.query }), taxpayer),
  'sheets.get': request<Seen<{ readonly sheet: ConfirmationSheet }>>()(Type.Object({ params: sheets.getSheet.params }), taxpayer),
  /** What was uploaded for each material goes with it. Errors: the route's, and HOST_OFFLINE: nothing is lost, and the same again is one. */
  'sheets.submit': request<{ readonly sheet: ConfirmationSheet }>()(
    Type.Object({ params: sheets.submitSheet.params, body: sheets.submitSheet.body }),
    taxpayer,
  ),

  /** What is being written for a conversation, leave-message or work order, under the id it will be sent with. */
  'sheets.draft': request<FormDraft<ConfirmationSheetId, SheetFields>>()(Type.Object({ originId: SheetOriginId }), console),
  /** Of one that was sent meanwhile nothing is kept. */
  'sheets.saveDraft': request<null>()(Type.Object({ originId: SheetOriginId, id: ConfirmationSheetId, fields: SheetFields }), console),
  /** Clears the draft of that id. */
  'sheets.send': request<{ readonly sheet: DeskSheet }>()(Type.Object({ body: sheets.sendSheet.body }), console),
}

export const sheetDeskRequests = {
  'sheets.deskList': relay(sheets.listDeskSheets, console),
  'sheets.deskGet': relay(sheets.getDeskSheet, console),
  'sheets.accept': relay(sheets.acceptMaterial, console),
  'sheets.return': relay(sheets.returnMaterial, console),
  'sheets.withdraw': relay(sheets.withdrawSheet, console),
  'sheets.templates': relay(sheets.listSheetTemplates, console),
  'sheets.saveTemplate': relay(sheets.saveSheetTemplate, console),
  'sheets.removeTemplate': relay(sheets.removeSheetTemplate, console),
}

export const sheetEvents = {
  /** At the console: something was done with one of the office's. At the taxpayer's window it is `records.changed`. */
  'sheets.changed': event<SheetNews>(),
}
