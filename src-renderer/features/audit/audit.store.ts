// 审计日志: one page of what the server has, as it is filtered.
import type { AuditEntry, AuditKind, AuditVerdict } from '@zhengna/contract/domain/audit.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'

export interface AuditLook {
  readonly kind: AuditKind | ''
  readonly person: string
  readonly text: string
  /** YYYY-MM-DD, '' for open. */
  readonly from: string
  readonly to: string
}
const everything: AuditLook = { kind: '', person: '', text: '', from: '', to: '' }

export const entriesPerPage = 20

export const useAuditStore = defineStore('audit', () => {
  const host = useHost()
  const filter = shallowRef(everything)
  const offset = ref(0)
  const items = shallowRef<readonly AuditEntry[]>([])
  const total = ref(0)
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const isFiltered = computed(() => Object.values(filter.value).some((value) => value !== ''))
  let latest = 0

  /** The last question asked is the one that is answered. */
  async function load(): Promise<void> {
    const asked = ++latest
    const { kind, person, text, from, to } = filter.value
    const query = {
      ...(kind && { kind }),
      ...(person.trim() && { person: person.trim() }),
      ...(text.trim() && { text: text.trim() }),
      ...(from && { from }),
      ...(to && { to }),
      page: offset.value / entriesPerPage + 1,
      pageSize: entriesPerPage,
    } as const
    const page = await host.request('audit.list', { query })
    if (asked !== latest) return
    failure.value = page.ok ? null : page.error
    if (!page.ok) return
    items.value = page.value.items
    total.value = page.value.total
    isLoaded.value = true
  }
  async function turnTo(next: number): Promise<void> {
    offset.value = next
    await load()
  }
  async function look(change: Partial<AuditLook>): Promise<void> {
    filter.value = { ...filter.value, ...change }
    await turnTo(0)
  }
  const clear = (): Promise<void> => look(everything)
  const verify = (): Promise<Result<AuditVerdict>> => host.request('audit.verify', {})

  return { filter, offset, items, total, isLoaded, failure, isFiltered, load, turnTo, look, clear, verify }
})
