import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** The present moment, once a second, for waiting times that tick. */
export function useTick(everyMs = 1000): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), everyMs)
  onScopeDispose(() => clearInterval(timer))
  return readonly(now)
}
