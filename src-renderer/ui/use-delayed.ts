import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'

/** True once `source` has been true for `delayMs`: what is quick shows no skeleton. */
export function useDelayed(source: () => boolean, delayMs = 200): Readonly<Ref<boolean>> {
  const delayed = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    source,
    (isOn) => {
      clearTimeout(timer)
      if (!isOn) delayed.value = false
      else timer = setTimeout(() => (delayed.value = true), delayMs)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return readonly(delayed)
}
