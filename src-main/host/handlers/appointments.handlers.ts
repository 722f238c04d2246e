import { uuidv7 } from 'uuidv7'
import type { Appointment, AppointmentSummary } from '@zhengna/contract/domain/appointment-record.ts'
import type { AppointmentFields, recordRequests } from '@zhengna/contract/host/records.ts'
import * as routes from '@zhengna/contract/http/appointments.ts'
import type { AppointmentId } from '@zhengna/contract/ids.ts'
import { ok, type Result } from '@zhengna/contract/result.ts'
import type { PersonScope } from '../person-scope.ts'
import { matchesAppointment } from '../records/record-filter.ts'
import { seenForm } from '../records/seen-form.ts'
import { seenRecords } from '../records/seen-records.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

const FORM = 'appointment'

type Handled = Extract<keyof typeof recordRequests, `records.${string}ppointment${string}` | `records.${string}Slot${string}`>

export function appointmentHandlers(context: HostContext): Pick<HandlersOf<typeof recordRequests>, Handled> {
  const { events, fetch } = context
  const seen = ({ cache }: PersonScope) => seenRecords<AppointmentSummary, Appointment>(cache, FORM, ({ startsAt }) => startsAt)
  const kept = async (scope: PersonScope, reply: Result<{ appointment: Appointment }>): Promise<typeof reply> => {
    if (!reply.ok) return reply
    await seen(scope).keep(reply.value.appointment)
    events.emit('records.changed', { page: 'appointment', id: reply.value.appointment.id })
    return reply
  }
  const act = (work: () => Promise<Result<{ appointment: Appointment }>>) => withScope(context, async (scope) => kept(scope, await work()))

  return {
    'records.appointmentForm': () => withScope(context, ({ cache }) => seenForm(cache, FORM, fetch(routes.appointmentForm, {}))),
    'records.appointmentDraft': () =>
      withScope(context, async ({ cache }) => {
        const { id, fields } = await cache.formDraft(FORM, uuidv7(), Date.now())
        return ok({ id: id as AppointmentId, fields: fields as AppointmentFields | null })
      }),
    'records.saveAppointmentDraft': ({ id, fields }) =>
      withScope(context, async ({ cache }) => {
        await cache.saveFormDraft(FORM, id, fields, Date.now())
        return ok(null)
      }),
    'records.listSlots': (args) => fetch(routes.listSlots, args),
    'records.awaitSlot': (args) => fetch(routes.awaitSlot, args),
    'records.bookAppointment': ({ body }) =>
      withScope(context, async (scope) => {
        const reply = await fetch(routes.bookAppointment, { body })
        if (reply.ok) {
          await scope.cache.dropFormDraft(FORM, body.id)
          await scope.attachments.submitted(FORM)
        }
        return kept(scope, reply)
      }),
    'records.listAppointments': ({ query }) =>
      withScope(context, (scope) =>
        seen(scope).list(fetch(routes.listAppointments, { query }), query, (record) => matchesAppointment(query, record)),
      ),
    'records.getAppointment': ({ params }) =>
      withScope(context, async (scope) => {
        const fetched = fetch(routes.getAppointment, { params }).then((reply) => (reply.ok ? ok(reply.value.appointment) : reply))
        const got = await seen(scope).get(params.appointmentId, fetched)
        return got.ok ? ok({ appointment: got.value.record, asOf: got.value.asOf, isFromCache: got.value.isFromCache }) : got
      }),
    'records.acceptAppointment': (args) => act(() => fetch(routes.acceptAppointment, args)),
    'records.declineAppointment': (args) => act(() => fetch(routes.declineAppointment, args)),
    'records.cancelAppointment': (args) => act(() => fetch(routes.cancelAppointment, args)),
    'records.rescheduleAppointment': (args) => act(() => fetch(routes.rescheduleAppointment, args)),
    'records.joinAppointment': (args) => act(() => fetch(routes.joinAppointment, args)),
  }
}
