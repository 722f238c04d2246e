// What is typed in a form: kept by the host a moment after the last change, at once when the form or the window goes.
import type { FormDraft } from '@zhengna/contract/host/records.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { useDebounceFn, useEventListener } from '@vueuse/core'
import { onScopeDispose, ref, shallowRef, toRaw, watch, type Ref, type ShallowRef } from 'vue'

const keepAfterMs = 300

export interface KeptForm<Id, Fields> {
  readonly id: Readonly<Ref<Id | null>>
  readonly fields: Ref<Fields>
  /** Takes up the draft that is kept; never over what was typed meanwhile. */
  load(): Promise<Failure | null>
  /** It was submitted: what comes next begins anew. */
  begin(): Promise<Failure | null>
}

export function useFormDraft<Id, Fields extends object>(parts: {
  readonly open: () => Promise<Result<FormDraft<Id, Fields>>>
  readonly save: (id: Id, fields: Fields) => Promise<unknown>
  readonly blank: () => Fields
}): KeptForm<Id, Fields> {
  const id = shallowRef(null) as ShallowRef<Id | null>
  const fields = ref(parts.blank()) as Ref<Fields>
  let kept = JSON.stringify(fields.value)

  function flush(): void {
    const now = JSON.stringify(toRaw(fields.value))
    if (id.value === null || now === kept) return
    kept = now
    void parts.save(id.value, JSON.parse(now) as Fields)
  }
  watch(fields, useDebounceFn(flush, keepAfterMs), { deep: true })
  useEventListener('pagehide', flush)
  onScopeDispose(flush)

  async function load(): Promise<Failure | null> {
    const opened = await parts.open()
    if (!opened.ok) return opened.error
    id.value = opened.value.id
    if (opened.value.fields && JSON.stringify(fields.value) === kept) {
      fields.value = opened.value.fields
      kept = JSON.stringify(fields.value)
    }
    return null
  }
  return {
    id,
    fields,
    load,
    begin() {
      id.value = null
      fields.value = parts.blank()
      kept = JSON.stringify(fields.value)
      return load()
    },
  }
}
