// 发起预约 while it is filled in: what it offers, what was typed, and its way to the server.
import type { AppointmentForm, DeskAppointment } from '@zhengna/contract/domain/appointment-record.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { Person } from '@zhengna/contract/domain/person.ts'
import type { AppointmentId } from '@zhengna/contract/ids.ts'
import { fail, ok, type Failure, type Result } from '@zhengna/contract/result.ts'
import { computed, shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useHost } from '../../../host/index.ts'
import { faultOf, useDeskForm, useFaults, useSubmission } from '../../records/index.ts'
import { proposalFaults, proposalFieldNames, type ProposalField, type ProposalFields } from './proposal-faults.ts'

const blank = (): ProposalFields => ({ serviceType: null, way: null, startsAt: null, matter: '', phone: '' })

/** `reloadSlots`: a half hour was refused, and others are to be chosen from. */
export function useProposal(taxpayer: Person, element: Readonly<Ref<HTMLElement | null>>, reloadSlots: () => Promise<void>) {
  const host = useHost()
  const { t } = useI18n()
  const services = shallowRef<AppointmentForm['services'] | null>(null)
  const openFailure = shallowRef<Failure | null>(null)
  const draft = useDeskForm<AppointmentId, ProposalFields>(`proposal:${taxpayer.id}`, blank)
  const faults = useFaults<ProposalField>(element)
  const submission = useSubmission({ send, takesFault })
  const service = computed(() => services.value?.find(({ id }) => id === draft.fields.value.serviceType) ?? services.value?.[0] ?? null)
  const registeredPhone = taxpayer.taxpayer?.phone ?? null

  async function load(): Promise<void> {
    openFailure.value = null
    const [offered, drafted] = await Promise.all([host.request('agenda.form', {}), draft.load()])
    services.value = offered.ok ? offered.value.services : null
    openFailure.value = offered.ok ? drafted : offered.error
  }

  async function send(): Promise<Result<DeskAppointment>> {
    const { id, fields } = draft
    const { way, startsAt, matter, phone } = fields.value
    if (!id.value || !service.value || way === null || startsAt === null) return fail(failure('HOST_OFFLINE'))
    const sent = await host.request('agenda.propose', {
      body: {
        id: id.value,
        taxpayerId: taxpayer.id,
        serviceType: service.value.id,
        way,
        startsAt,
        matter: matter.trim(),
        phone: way === 'phone' && phone.trim() !== '' ? phone.trim() : null,
      },
    })
    return sent.ok ? ok(sent.value.appointment) : sent
  }
  async function takesFault(refused: Failure): Promise<boolean> {
    const named = { SLOT_TAKEN: 'startsAt', MESSAGE_BLOCKED: 'matter' }[refused.code as string] as ProposalField | undefined
    const found = named ? { [named]: refused.message } : faultOf<ProposalField>(refused, proposalFieldNames)
    if (!found) return false
    if ('startsAt' in found) {
      // Another is to be chosen; all else is kept.
      draft.fields.value = { ...draft.fields.value, startsAt: null }
      await reloadSlots()
    }
    await faults.show(found)
    return true
  }
  /** Whether it was proposed; else the first fault has the focus. */
  async function propose(): Promise<boolean> {
    if (submission.isSending.value) return false
    const found = Object.entries(proposalFaults(draft.fields.value, registeredPhone !== null, Date.now()))
    if (!(await faults.show(Object.fromEntries(found.map(([field, text]) => [field, t(text)]))))) return false
    if (!(await submission.submit())) return false
    await draft.taken()
    return true
  }
  return { services, service, openFailure, registeredPhone, fields: draft.fields, load, propose, faults, submission }
}
