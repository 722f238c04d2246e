// What an agent is about to ask for: kept by the host while it is written, checked as the server checks it.
import type { MaterialDraft, SheetOrigin } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { dayAfter, dueDayFault } from '@zhengna/contract/domain/sheet-due.ts'
import { sheetFault } from '@zhengna/contract/domain/sheet-fault.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { SheetFields } from '@zhengna/contract/host/confirmation-sheets.ts'
import type { ConfirmationSheetId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { fail, type Failure } from '@zhengna/contract/result.ts'
import { ref, shallowRef, watch, type Ref } from 'vue'
import { useHost } from '../../../host/index.ts'
import { useFaults, useFormDraft } from '../../records/index.ts'

const blankMaterial = (): MaterialDraft => ({ name: '', isRequired: true, note: '' })

export function useSheetComposer(origin: SheetOrigin, form: Readonly<Ref<HTMLElement | null>>) {
  const host = useHost()
  const { id, fields, load } = useFormDraft<ConfirmationSheetId, SheetFields>({
    open: () => host.request('sheets.draft', { originId: origin.id }),
    save: (draftId, typed) => host.request('sheets.saveDraft', { originId: origin.id, id: draftId, fields: typed }),
    blank: () => ({ matter: '', dueDay: dayAfter(Date.now(), limits.sheetDueDaysOffered), materials: [blankMaterial()] }),
  })
  const { faults, show } = useFaults<string>(form)
  const problem = shallowRef<Failure | null>(null)
  const isSending = ref(false)
  watch(
    fields,
    () => {
      faults.value = {}
      problem.value = null
    },
    { deep: true },
  )

  const add = (): void => void fields.value.materials.push(blankMaterial())
  function remove(index: number): void {
    fields.value.materials.splice(index, 1)
    if (fields.value.materials.length === 0) add()
  }

  /** What a failure says of a field stands there; all else above the buttons. */
  async function tell(refused: Failure): Promise<void> {
    const field = typeof refused.detail?.field === 'string' ? refused.detail.field : ''
    const isField = field !== '' && field !== 'materials' && refused.code !== 'MESSAGE_WARNED'
    problem.value = isField ? null : refused
    if (isField) await show({ [field]: typeof refused.detail?.reason === 'string' ? refused.detail.reason : refused.message })
  }
  async function isRight(withDay: boolean): Promise<boolean> {
    const fault = sheetFault(fields.value) ?? (withDay ? dueDayFault(fields.value.dueDay, Date.now()) : null)
    if (fault) await tell(failure('SHEET_INVALID', { field: fault.field, reason: fault.reason }))
    return !fault
  }
  /** True where it was sent. Pressed again after a question about a word, it is meant so. */
  async function send(): Promise<boolean> {
    if (isSending.value || id.value === null || !(await isRight(true))) return false
    const confirmed = problem.value?.code === 'MESSAGE_WARNED'
    isSending.value = true
    const body = { ...fields.value, id: id.value, origin, ...(confirmed && { confirmed }) }
    const sent = await host.request('sheets.send', { body }).catch(() => fail(failure('HOST_STORE_FAILED')))
    isSending.value = false
    if (!sent.ok) await tell(sent.error)
    return sent.ok
  }
  return { id, fields, faults, problem, isSending, load, add, remove, isRight, send }
}
