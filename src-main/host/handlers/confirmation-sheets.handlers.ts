import { uuidv7 } from 'uuidv7'
import type { ConfirmationSheet, ConfirmationSheetSummary } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { sheetFormKey, type SheetFields, type sheetRequests } from '@zhengna/contract/host/confirmation-sheets.ts'
import * as routes from '@zhengna/contract/http/confirmation-sheets.ts'
import type { ConfirmationSheetId } from '@zhengna/contract/ids.ts'
import { ok } from '@zhengna/contract/result.ts'
import type { FormName } from '../cache/form-draft-store.ts'
import type { PersonScope } from '../person-scope.ts'
import { matchesSheet } from '../records/record-filter.ts'
import { seenRecords } from '../records/seen-records.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

const KIND = 'confirmation-sheet'
const formOf = (originId: string): FormName => `sheet:${originId}`

export function confirmationSheetHandlers(context: HostContext): HandlersOf<typeof sheetRequests> {
  const { events, fetch } = context
  const seen = ({ cache }: PersonScope) =>
    seenRecords<ConfirmationSheetSummary, ConfirmationSheet>(cache, KIND, ({ createdAt }) => createdAt)

  return {
    'sheets.list': ({ query }) =>
      withScope(context, (scope) => seen(scope).list(fetch(routes.listSheets, { query }), query, (record) => matchesSheet(query, record))),
    'sheets.get': ({ params }) =>
      withScope(context, async (scope) => {
        const fetched = fetch(routes.getSheet, { params }).then((reply) => (reply.ok ? ok(reply.value.sheet) : reply))
        const got = await seen(scope).get(params.sheetId, fetched)
        return got.ok ? ok({ sheet: got.value.record, asOf: got.value.asOf, isFromCache: got.value.isFromCache }) : got
      }),
    'sheets.submit': ({ params, body }) =>
      withScope(context, async (scope) => {
        const reply = await fetch(routes.submitSheet, { params, body })
        if (!reply.ok) return reply
        for (const { place } of body.materials) await scope.attachments.submitted(sheetFormKey(params.sheetId, place))
        await seen(scope).keep(reply.value.sheet)
        events.emit('records.changed', { page: KIND, id: params.sheetId })
        return reply
      }),

    'sheets.draft': ({ originId }) =>
      withScope(context, async ({ cache }) => {
        const { id, fields } = await cache.formDraft(formOf(originId), uuidv7(), Date.now())
        return ok({ id: id as ConfirmationSheetId, fields: fields as SheetFields | null })
      }),
    'sheets.saveDraft': ({ originId, id, fields }) =>
      withScope(context, async ({ cache }) => {
        await cache.saveFormDraft(formOf(originId), id, fields, Date.now())
        return ok(null)
      }),
    'sheets.send': ({ body }) =>
      withScope(context, async ({ cache }) => {
        const reply = await fetch(routes.sendSheet, { body })
        if (reply.ok) await cache.dropFormDraft(formOf(body.origin.id), body.id)
        return reply
      }),
  }
}
