// 创建工单 of a conversation, while it is filled in: what was typed is kept, and sent again makes one order.
import type { DeskWorkOrder } from '@zhengna/contract/domain/work-order-record.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { ConversationId, OfficeId, WorkOrderId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useHost } from '../../../host/index.ts'
import { faultOf, useAskedSubmission, useDeskForm, useFaults } from '../../records/index.ts'
import { usualTarget, type OfficeChoice, type OrderTarget } from './order-target.ts'

const fieldNames = ['title', 'text'] as const
type OrderField = (typeof fieldNames)[number]
interface OrderFields {
  readonly title: string
  readonly text: string
  readonly target: OrderTarget
}

/** `title`: what it is called unless something else is typed. */
export function useOrderOpening(
  conversation: { readonly id: ConversationId; readonly officeId: OfficeId; readonly title: string },
  element: Readonly<Ref<HTMLElement | null>>,
) {
  const host = useHost()
  const { t } = useI18n()
  const offices = shallowRef<readonly OfficeChoice[] | null>(null)
  const openFailure = shallowRef<Failure | null>(null)
  const made = shallowRef<DeskWorkOrder | null>(null)
  const draft = useDeskForm<WorkOrderId, OrderFields>(`work-order:${conversation.id}`, () => ({
    title: conversation.title,
    text: '',
    target: usualTarget(conversation.officeId),
  }))
  const faults = useFaults<OrderField>(element)
  const submission = useAskedSubmission({
    send,
    takesFault: async (refused) => {
      const found = faultOf<OrderField>(refused, fieldNames)
      // What is asked about is answered below the form.
      if (!found || refused.code === 'MESSAGE_WARNED') return false
      await faults.show(found)
      return true
    },
  })

  async function load(): Promise<void> {
    openFailure.value = null
    const [offered, drafted] = await Promise.all([host.request('orders.offices', {}), draft.load()])
    offices.value = offered.ok ? offered.value.offices : null
    openFailure.value = offered.ok ? drafted : offered.error
  }
  async function send(isConfirmed: boolean): Promise<Failure | null> {
    const { id, fields } = draft
    if (!id.value) return failure('HOST_OFFLINE')
    const { title, text, target } = fields.value
    const sent = await host.request('orders.open', {
      body: {
        id: id.value,
        conversationId: conversation.id,
        title: title.trim(),
        text: text.trim(),
        ...target,
        ...(isConfirmed && { confirmed: true }),
      },
    })
    if (!sent.ok) return sent.error
    made.value = sent.value.workOrder
    return null
  }
  /** The order; null where it was not made, and why is shown. */
  async function open(isConfirmed: boolean): Promise<DeskWorkOrder | null> {
    const empty = fieldNames.filter((field) => draft.fields.value[field].trim() === '')
    if (!(await faults.show(Object.fromEntries(empty.map((field) => [field, t(`orderDesk.open.faults.${field}`)]))))) return null
    if (!(await submission.submit(isConfirmed))) return null
    await draft.taken()
    return made.value
  }
  return { offices, openFailure, fields: draft.fields, load, open, faults, submission }
}
