// All of the confirmation sheets: their taxpayers', the desk's, how they come about, their templates.
import { createSheetDesk, type SheetDesk } from './desk.service.ts'
import { createDueCheck } from './due.ts'
import { createOwnSheets, type OwnSheets } from './own.service.ts'
import { createSending, type SendSheet } from './sending.ts'
import type { SheetParts } from './sheet-parts.ts'
import { createSheetTemplates, type SheetTemplates } from './templates.service.ts'

export interface ConfirmationSheets {
  readonly own: OwnSheets
  readonly desk: SheetDesk
  readonly send: SendSheet
  readonly templates: SheetTemplates
  /** Every minute. */
  readonly checkDue: () => Promise<void>
}

export const createConfirmationSheets = (parts: SheetParts): ConfirmationSheets => ({
  own: createOwnSheets(parts),
  desk: createSheetDesk(parts),
  send: createSending(parts),
  templates: createSheetTemplates(parts),
  checkDue: createDueCheck(parts),
})
