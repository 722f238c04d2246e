// 预约 while it is written: what the form offers, what was typed, and its way to the server.
import type { Appointment, AppointmentForm } from '@zhengna/contract/domain/appointment-record.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { AppointmentFields } from '@zhengna/contract/host/records.ts'
import { fail, ok, type Failure, type Result } from '@zhengna/contract/result.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useHost } from '../../host/index.ts'
import { faultOf, useFaults, useFormDraft, useSubmission } from '../records/index.ts'
import { appointmentFieldNames, faultsOf, phoneOf, serviceOf, type AppointmentField } from './appointment-faults.ts'

const blank = (): AppointmentFields => ({ serviceType: null, way: null, startsAt: null, matter: '', phone: null })

export interface AppointmentFormParts {
  /** The server named a field, so that whatever stands over the form goes. */
  readonly onRefused: (field: AppointmentField) => void
  /** The place in the queue is given up with the booking. */
  readonly leavesQueue: () => boolean
}

export function useAppointmentForm(element: Readonly<Ref<HTMLElement | null>>, { onRefused, leavesQueue }: AppointmentFormParts) {
  const host = useHost()
  const { t } = useI18n()
  const form = shallowRef<AppointmentForm | null>(null)
  const openFailure = shallowRef<Failure | null>(null)
  const draft = useFormDraft({
    open: () => host.request('records.appointmentDraft', {}),
    save: (id, fields: AppointmentFields) => host.request('records.saveAppointmentDraft', { id, fields }),
    blank,
  })
  /** Of the files that were uploaded for it. */
  const attachmentIds = shallowRef<readonly AttachmentId[]>([])
  const faults = useFaults<AppointmentField>(element)
  const submission = useSubmission({ send, takesFault })

  async function load(): Promise<void> {
    openFailure.value = null
    const [offered, drafted] = await Promise.all([host.request('records.appointmentForm', {}), draft.load()])
    form.value = offered.ok ? offered.value : null
    openFailure.value = offered.ok ? drafted : offered.error
  }

  async function send(isConfirmed: boolean): Promise<Result<Appointment>> {
    const [id, offered, fields] = [draft.id.value, form.value, draft.fields.value]
    const service = offered && serviceOf(fields, offered)
    if (!id || !service || fields.way === null || fields.startsAt === null) return fail(failure('HOST_OFFLINE'))
    const sent = await host.request('records.bookAppointment', {
      body: {
        id,
        serviceType: service.id,
        way: fields.way,
        startsAt: fields.startsAt,
        matter: fields.matter.trim(),
        phone: fields.way === 'phone' ? phoneOf(fields, offered).trim() : null,
        attachmentIds: [...attachmentIds.value],
        ...(isConfirmed && { confirmed: true }),
        ...(leavesQueue() && { leavesQueue: true }),
      },
    })
    return sent.ok ? ok(sent.value.appointment) : sent
  }
  async function takesFault(refused: Failure): Promise<boolean> {
    const named = { SLOT_TAKEN: 'startsAt', MESSAGE_BLOCKED: 'matter' }[refused.code as string] as AppointmentField | undefined
    const found = named ? { [named]: refused.message } : faultOf<AppointmentField>(refused, appointmentFieldNames)
    if (!found) return false
    onRefused(Object.keys(found)[0] as AppointmentField)
    // Another is to be chosen; all else is kept.
    if ('startsAt' in found) draft.fields.value.startsAt = null
    await Promise.resolve()
    await faults.show(found)
    return true
  }
  /** True where all is as the manual wants it; else the first fault has the focus. */
  async function check(): Promise<boolean> {
    if (!form.value) return false
    const found = Object.entries(faultsOf(draft.fields.value, form.value, Date.now()))
    return faults.show(Object.fromEntries(found.map(([field, text]) => [field, t(text)])))
  }
  return { form, openFailure, fields: draft.fields, attachmentIds, begin: draft.begin, load, check, faults, submission }
}
