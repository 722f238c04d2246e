// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick, ref, type Ref } from 'vue'
import { useTypedLook } from './use-typed-look.ts'

let typed: Ref<string>
const lookedFor = ref('')
const looks: string[] = []
beforeEach(() => {
  vi.useFakeTimers()
  lookedFor.value = ''
  looks.length = 0
  const look = (text: string): void => {
    looks.push(text)
    lookedFor.value = text
  }
  mount({ render: () => null, setup: () => void (typed = useTypedLook(() => lookedFor.value, look)) })
})
afterEach(() => vi.useRealTimers())
async function type(text: string, ms: number): Promise<void> {
  typed.value = text
  await nextTick()
  await vi.advanceTimersByTimeAsync(ms)
}

it('looks once typing rests, not at every key', async () => {
  await type('发', 100)
  await type('发票', 100)
  expect(looks).toEqual([])
  await type('发票', 300)
  expect(looks).toEqual(['发票'])
})

it('what is cleared from elsewhere is cleared, and not looked for again', async () => {
  await type('发票', 400)
  lookedFor.value = ''
  await nextTick()
  await vi.advanceTimersByTimeAsync(400)
  expect([typed.value, looks]).toEqual(['', ['发票']])
})
