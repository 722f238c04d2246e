// Files for what a sheet asks for: one field a material, handed in together. What keeps it from being handed in stands at its material.
import { isMaterialAsked } from '@zhengna/contract/domain/confirmation-sheet.ts'
import type { ConfirmationSheet, Material } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { submissionFault } from '@zhengna/contract/domain/sheet-fault.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { HostParams } from '@zhengna/contract/host/index.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { fail, ok, type Failure } from '@zhengna/contract/result.ts'
import { computed, shallowReactive, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { faultOf, useFaults, usePendingFiles, useSubmission, type ChosenFiles } from '../records/index.ts'

export type Given = HostParams<'sheets.submit'>['body']['materials']

export function useMaterialsForm(
  sheet: () => ConfirmationSheet,
  form: Readonly<Ref<HTMLElement | null>>,
  /** null: taken. */
  send: (given: Given) => Promise<Failure | null>,
) {
  const { t } = useI18n()
  const uploaded = shallowReactive(new Map<number, readonly AttachmentId[]>())
  const fields = new Map<number, ChosenFiles>()
  const asked = computed(() => sheet().items.filter((item) => isMaterialAsked(sheet().state, item)))
  const { faults, show, mended } = useFaults<string>(form)
  /** All fields as one. */
  const all = shallowRef<ChosenFiles | null>({
    pendingCount: () => [...fields.values()].reduce((sum, field) => sum + field.pendingCount(), 0),
    uploadAll: async () => {
      const done = await Promise.all([...fields.values()].filter((field) => field.pendingCount() > 0).map((field) => field.uploadAll()))
      return done.every(Boolean)
    },
  })
  const pending = usePendingFiles(all)
  watch(uploaded, () => {
    for (const [place, ids] of uploaded) if (ids.length > 0) mended(`material.${place}`)
  })

  const given = (): Given =>
    asked.value.flatMap(({ place }) => {
      const attachmentIds = [...(uploaded.get(place) ?? [])]
      return attachmentIds.length > 0 ? [{ place, attachmentIds }] : []
    })
  const { isSending, problem, submit } = useSubmission({
    send: async () => {
      const refused = await send(given())
      return refused ? fail(refused) : ok(true)
    },
    takesFault: async (refused) => {
      const found = faultOf(
        refused,
        asked.value.map(({ place }) => `material.${place}`),
      )
      if (found) await show(found)
      return found !== null
    },
  })
  /** True where it was taken. */
  async function handIn(): Promise<boolean> {
    if (isSending.value) return false
    problem.value = null
    const kept = await pending.settle()
    if (kept === 'failed') problem.value = { ...failure('ATTACHMENT_NOT_UPLOADED', { name: '' }), message: t('records.filesFailed') }
    if (kept) return false
    const fault = submissionFault(sheet(), new Set(given().map(({ place }) => place)))
    const isAtMaterial = fault?.field.startsWith('material.') ?? false
    if (!(await show(fault && isAtMaterial ? { [fault.field]: fault.reason } : {}))) return false
    if (fault) problem.value = failure('SHEET_INVALID', { reason: fault.reason })
    return !fault && (await submit()) !== null
  }
  return {
    asked,
    faults,
    pending,
    isSending,
    problem,
    handIn,
    isAsked: ({ place }: Material): boolean => asked.value.some((one) => one.place === place),
    idsOf: (place: number): readonly AttachmentId[] => uploaded.get(place) ?? [],
    take: (place: number, ids: readonly AttachmentId[]): void => void uploaded.set(place, ids),
    /** A field that is there, or (null) no more. */
    hold(place: number, field: ChosenFiles | null): void {
      if (field) fields.set(place, field)
      else fields.delete(place)
    },
  }
}
