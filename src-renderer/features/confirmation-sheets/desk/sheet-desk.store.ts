// The office's 确认单: one page of them as they are looked through. The one that is open asks for itself.
import type { DeskSheetSummary } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { HostParams } from '@zhengna/contract/host/index.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../../host/index.ts'

export const sheetScopes = ['toJudge', 'open', 'all'] as const
export type SheetScope = (typeof sheetScopes)[number]
/** In what is looked for: numbers must match whole, the others in part. */
export const sheetFields = ['taxpayer', 'matter', 'number'] as const
export type SheetField = (typeof sheetFields)[number]

export interface SheetFilter {
  readonly field: SheetField
  readonly search: string
}
const everything: SheetFilter = { field: 'taxpayer', search: '' }

export const sheetsPerPage = 20

const ofScope: Record<SheetScope, HostParams<'sheets.deskList'>['query']> = {
  toJudge: { state: 'submitted' },
  open: { isOpen: true },
  all: {},
}

export const useSheetDeskStore = defineStore('sheet-desk', () => {
  const host = useHost()
  const scope = ref<SheetScope>('toJudge')
  const filter = shallowRef(everything)
  const offset = ref(0)
  const items = shallowRef<readonly DeskSheetSummary[]>([])
  const total = ref(0)
  const toJudge = ref(0)
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const isFiltered = computed(() => filter.value.search.trim() !== '')
  let latest = 0

  /** The last question asked is the one that is answered. */
  async function load(): Promise<void> {
    const asked = ++latest
    const { field, search } = filter.value
    const query = {
      ...ofScope[scope.value],
      ...(search.trim() && { [field]: search.trim() }),
      page: offset.value / sheetsPerPage + 1,
      pageSize: sheetsPerPage,
    } as const
    const page = await host.request('sheets.deskList', { query })
    if (asked !== latest) return
    failure.value = page.ok ? null : page.error
    if (!page.ok) return
    items.value = page.value.items
    total.value = page.value.total
    toJudge.value = page.value.toJudge
    isLoaded.value = true
  }
  async function turnTo(next: number): Promise<void> {
    offset.value = next
    await load()
  }
  async function look(change: Partial<SheetFilter>): Promise<void> {
    filter.value = { ...filter.value, ...change }
    await turnTo(0)
  }
  async function show(next: SheetScope): Promise<void> {
    scope.value = next
    await turnTo(0)
  }

  useHostEvent('sheets.changed', () => void load())
  useHostEvent('connection.changed', ({ state }) => {
    if (state === 'online' && failure.value !== null) void load()
  })
  useHostReturn(() => void load())

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    latest += 1
    items.value = []
    toJudge.value = 0
    isLoaded.value = false
    failure.value = null
    scope.value = 'toJudge'
    filter.value = everything
    offset.value = 0
  }

  return {
    scope,
    filter,
    offset,
    items,
    total,
    toJudge,
    isLoaded,
    failure,
    isFiltered,
    load,
    turnTo,
    look,
    show,
    clear: () => look(everything),
    reset,
  }
})
