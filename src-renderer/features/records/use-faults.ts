// What is wrong with a form's fields: said at each, and the focus goes to the first. What was mended loses its fault at once.
import type { Failure } from '@zhengna/contract/result.ts'
import { nextTick, shallowRef, type Ref, type ShallowRef } from 'vue'

export type Faults<Field extends string> = Partial<Record<Field, string>>

/** The server's word on a field, in its `detail`; null where it speaks of none of this form's. */
export function faultOf<Field extends string>({ detail, message }: Failure, fields: readonly Field[]): Faults<Field> | null {
  const named = detail?.field === 'attachmentIds' ? 'attachments' : detail?.field
  const field = fields.find((name) => name === named)
  return field ? ({ [field]: typeof detail?.reason === 'string' ? detail.reason : message } as Faults<Field>) : null
}

export function useFaults<Field extends string>(form: Readonly<Ref<HTMLElement | null>>) {
  const faults = shallowRef({}) as ShallowRef<Faults<Field>>

  /** True where there are none. */
  async function show(found: Faults<Field>): Promise<boolean> {
    faults.value = found
    if (Object.keys(found).length === 0) return true
    await nextTick()
    const first = [...(form.value?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find(({ dataset }) =>
      Object.hasOwn(found, dataset.field ?? ''),
    )
    first?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
    return false
  }
  function mended(field: Field): void {
    if (!(field in faults.value)) return
    faults.value = Object.fromEntries(Object.entries(faults.value).filter(([name]) => name !== field)) as Faults<Field>
  }
  return { faults, show, mended }
}
