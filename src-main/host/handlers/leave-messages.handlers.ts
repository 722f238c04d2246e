import { uuidv7 } from 'uuidv7'
import type { LeaveMessage, LeaveMessageSummary } from '@zhengna/contract/domain/leave-message-record.ts'
import type { LeaveMessageFields } from '@zhengna/contract/host/records.ts'
import * as routes from '@zhengna/contract/http/leave-messages.ts'
import type { LeaveMessageId } from '@zhengna/contract/ids.ts'
import { ok, type Result } from '@zhengna/contract/result.ts'
import type { PersonScope } from '../person-scope.ts'
import { matchesLeaveMessage } from '../records/record-filter.ts'
import { seenForm } from '../records/seen-form.ts'
import { seenRecords } from '../records/seen-records.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'
import type { recordRequests } from '@zhengna/contract/host/records.ts'

const FORM = 'leave-message'

type Handled = Extract<keyof typeof recordRequests, `records.${string}eaveMessage${string}`>

export function leaveMessageHandlers(context: HostContext): Pick<HandlersOf<typeof recordRequests>, Handled> {
  const { events, fetch } = context
  const seen = ({ cache }: PersonScope) => seenRecords<LeaveMessageSummary, LeaveMessage>(cache, FORM, ({ createdAt }) => createdAt)
  const kept = async (scope: PersonScope, reply: Result<{ leaveMessage: LeaveMessage }>): Promise<typeof reply> => {
    if (!reply.ok) return reply
    await seen(scope).keep(reply.value.leaveMessage)
    events.emit('records.changed', { page: 'leave-message', id: reply.value.leaveMessage.id })
    return reply
  }

  return {
    'records.leaveMessageForm': () => withScope(context, ({ cache }) => seenForm(cache, FORM, fetch(routes.leaveMessageForm, {}))),
    'records.leaveMessageDraft': () =>
      withScope(context, async ({ cache }) => {
        const { id, fields } = await cache.formDraft(FORM, uuidv7(), Date.now())
        return ok({ id: id as LeaveMessageId, fields: fields as LeaveMessageFields | null })
      }),
    'records.saveLeaveMessageDraft': ({ id, fields }) =>
      withScope(context, async ({ cache }) => {
        await cache.saveFormDraft(FORM, id, fields, Date.now())
        return ok(null)
      }),
    'records.submitLeaveMessage': ({ body }) =>
      withScope(context, async (scope) => {
        const reply = await fetch(routes.submitLeaveMessage, { body })
        if (reply.ok) {
          await scope.cache.dropFormDraft(FORM, body.id)
          await scope.attachments.submitted(FORM)
        }
        return kept(scope, reply)
      }),
    'records.listLeaveMessages': ({ query }) =>
      withScope(context, (scope) =>
        seen(scope).list(fetch(routes.listLeaveMessages, { query }), query, (record) => matchesLeaveMessage(query, record)),
      ),
    'records.getLeaveMessage': ({ params }) =>
      withScope(context, async (scope) => {
        const fetched = fetch(routes.getLeaveMessage, { params }).then((reply) => (reply.ok ? ok(reply.value.leaveMessage) : reply))
        const got = await seen(scope).get(params.leaveMessageId, fetched)
        return got.ok ? ok({ leaveMessage: got.value.record, asOf: got.value.asOf, isFromCache: got.value.isFromCache }) : got
      }),
    'records.supplementLeaveMessage': ({ params, body }) =>
      withScope(context, async (scope) => {
        const reply = await fetch(routes.supplementLeaveMessage, { params, body })
        if (reply.ok) await scope.attachments.submitted(`${FORM}:${params.leaveMessageId}`)
        return kept(scope, reply)
      }),
  }
}
