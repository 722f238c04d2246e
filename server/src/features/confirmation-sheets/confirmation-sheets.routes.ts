import * as contract from '@zhengna/contract/http/confirmation-sheets.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { ConfirmationSheets } from './confirmation-sheets.service.ts'

export function registerConfirmationSheetRoutes(implement: Implement, { own, desk, send, templates }: ConfirmationSheets): void {
  implement(contract.listSheets, ({ caller, query }) => own.list(caller, query))
  implement(contract.getSheet, async ({ caller, params }) => ({ sheet: await own.get(caller, params.sheetId) }))
  implement(contract.submitSheet, async ({ caller, params, body }) => ({
    sheet: await own.submit(caller, params.sheetId, body.materials),
  }))

  implement(contract.listDeskSheets, ({ caller, query }) => desk.list(caller, query))
  implement(contract.sendSheet, async ({ caller, body }) => ({ sheet: await send(caller, body) }))
  implement(contract.getDeskSheet, async ({ caller, params }) => ({ sheet: await desk.get(caller, params.sheetId) }))
  implement(contract.acceptMaterial, async ({ caller, params, body }) => ({
    sheet: await desk.accept(caller, params.sheetId, { ...body, place: Number(params.place) }),
  }))
  implement(contract.returnMaterial, async ({ caller, params, body: { reason, confirmed = false, ...seen } }) => ({
    sheet: await desk.return(caller, params.sheetId, { ...seen, place: Number(params.place) }, { reason, confirmed }),
  }))
  implement(contract.withdrawSheet, async ({ caller, params, body }) => ({ sheet: await desk.withdraw(caller, params.sheetId, body) }))

  implement(contract.listSheetTemplates, async ({ caller }) => ({ templates: await templates.list(caller) }))
  implement(contract.saveSheetTemplate, async ({ caller, params, body }) => ({
    templates: await templates.save(caller, params.templateId, body),
  }))
  implement(contract.removeSheetTemplate, async ({ caller, params }) => ({ templates: await templates.remove(caller, params.templateId) }))
}
