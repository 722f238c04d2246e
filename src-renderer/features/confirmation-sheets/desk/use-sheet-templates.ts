// The office's templates: one is applied, what is written is kept as one, one of the office's own is removed.
import type { SheetTemplate } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { SheetFields } from '@zhengna/contract/host/confirmation-sheets.ts'
import type { SheetTemplateId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { computed, ref, shallowRef, type Ref } from 'vue'
import { useHost } from '../../../host/index.ts'

/** A new one's; one of that matter is written over. */
const newId = (): SheetTemplateId => `own-${Date.now().toString(36)}` as SheetTemplateId

export function useSheetTemplates(fields: Ref<SheetFields>) {
  const host = useHost()
  const templates = shallowRef<readonly SheetTemplate[]>([])
  const chosenId = ref('')
  const chosen = computed(() => templates.value.find(({ id }) => id === chosenId.value) ?? null)

  const take = (got: Result<{ templates: SheetTemplate[] }>): Failure | null => {
    if (got.ok) templates.value = got.value.templates
    return got.ok ? null : got.error
  }
  function apply(): void {
    if (!chosen.value) return
    const { matter, materials } = chosen.value
    fields.value = { ...fields.value, matter, materials: materials.map((material) => ({ ...material })) }
  }
  async function save(): Promise<Failure | null> {
    const { matter, materials } = fields.value
    const same = templates.value.find((one) => one.matter === matter.trim())
    const templateId = same?.id ?? newId()
    const failed = take(await host.request('sheets.saveTemplate', { params: { templateId }, body: { matter, materials } }))
    if (!failed) chosenId.value = templateId
    return failed
  }
  async function remove(): Promise<Failure | null> {
    if (!chosen.value) return null
    const { id: templateId } = chosen.value
    const failed = take(await host.request('sheets.removeTemplate', { params: { templateId } }))
    // One of the office's may have stood in the place of one of the program's, which is there again.
    if (!failed && !templates.value.some(({ id }) => id === chosenId.value)) chosenId.value = ''
    return failed
  }
  return {
    templates,
    chosenId,
    chosen,
    load: async () => take(await host.request('sheets.templates', {})),
    apply,
    save,
    remove,
  }
}
