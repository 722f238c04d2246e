// 留言 while it is written: what the form offers, what was typed, and its way to the server.
import type { LeaveMessage, LeaveMessageForm } from '@zhengna/contract/domain/leave-message-record.ts'
import type { LeaveMessageFields } from '@zhengna/contract/host/records.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useHost } from '../../host/index.ts'
import { faultOf, useFaults, useFormDraft, useSubmission } from '../records/index.ts'
import { faultsOf, leaveMessageFieldNames, phoneOf, type LeaveMessageField } from './leave-message-faults.ts'

const blank = (): LeaveMessageFields => ({
  officeId: null,
  type: null,
  content: '',
  isReminderWanted: null,
  resultWay: null,
  phone: null,
})

export function useLeaveMessageForm(element: Readonly<Ref<HTMLElement | null>>) {
  const host = useHost()
  const { t } = useI18n()
  const form = shallowRef<LeaveMessageForm | null>(null)
  const openFailure = shallowRef<Failure | null>(null)
  const draft = useFormDraft({
    open: () => host.request('records.leaveMessageDraft', {}),
    save: (id, fields: LeaveMessageFields) => host.request('records.saveLeaveMessageDraft', { id, fields }),
    blank,
  })
  /** Of the files that were uploaded for it. */
  const attachmentIds = shallowRef<readonly AttachmentId[]>([])
  const faults = useFaults<LeaveMessageField>(element)
  const submission = useSubmission({ send, takesFault })

  async function load(): Promise<void> {
    openFailure.value = null
    const [offered, drafted] = await Promise.all([host.request('records.leaveMessageForm', {}), draft.load()])
    form.value = offered.ok ? offered.value : null
    openFailure.value = offered.ok ? drafted : offered.error
  }

  async function send(isConfirmed: boolean): Promise<Result<LeaveMessage>> {
    const [id, offered, fields] = [draft.id.value, form.value, draft.fields.value]
    if (!id || !offered) return fail(failure('HOST_OFFLINE'))
    const resultWay = fields.isReminderWanted ? fields.resultWay : null
    const sent = await host.request('records.submitLeaveMessage', {
      body: {
        id,
        officeId: fields.officeId ?? offered.ownOfficeId,
        type: fields.type ?? 'other',
        content: fields.content.trim(),
        resultWay,
        phone: resultWay === 'sms' ? phoneOf(fields, offered).trim() : null,
        attachmentIds: [...attachmentIds.value],
        ...(isConfirmed && { confirmed: true }),
      },
    })
    return sent.ok ? ok(sent.value.leaveMessage) : sent
  }
  async function takesFault(refused: Failure): Promise<boolean> {
    const found =
      refused.code === 'MESSAGE_BLOCKED' ? { content: refused.message } : faultOf<LeaveMessageField>(refused, leaveMessageFieldNames)
    if (found) await faults.show(found)
    return found !== null
  }
  /** True where all is as the manual wants it; else the first fault has the focus. */
  async function check(): Promise<boolean> {
    if (!form.value) return false
    const found = Object.entries(faultsOf(draft.fields.value, form.value))
    return faults.show(Object.fromEntries(found.map(([field, [key, values]]) => [field, t(key, values ?? {})])))
  }
  return { form, openFailure, fields: draft.fields, attachmentIds, begin: draft.begin, load, check, faults, submission }
}
