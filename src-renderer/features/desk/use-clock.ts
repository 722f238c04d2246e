// One ticking clock for all waiting times on the screen.
import { createSharedComposable } from '@vueuse/core'
import { useTick } from '../../ui/index.ts'

export const useClock = createSharedComposable(() => useTick())
