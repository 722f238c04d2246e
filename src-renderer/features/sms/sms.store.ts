// 短信发件箱: one page of what the server has, as it is filtered.
import type { SmsMessage, SmsState } from '@zhengna/contract/domain/sms.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'

export interface SmsFilter {
  readonly state: SmsState | ''
  readonly phone: string
}
const everything: SmsFilter = { state: '', phone: '' }

export const smsPerPage = 20

export const useSmsStore = defineStore('sms', () => {
  const host = useHost()
  const filter = shallowRef(everything)
  const offset = ref(0)
  const items = shallowRef<readonly SmsMessage[]>([])
  const total = ref(0)
  const hasGateway = ref(true)
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const isFiltered = computed(() => Object.values(filter.value).some((value) => value !== ''))
  let latest = 0

  /** The last question asked is the one that is answered. */
  async function load(): Promise<void> {
    const asked = ++latest
    const { state, phone } = filter.value
    const query = {
      ...(state && { state }),
      ...(phone.trim() && { phone: phone.trim() }),
      page: offset.value / smsPerPage + 1,
      pageSize: smsPerPage,
    } as const
    const page = await host.request('sms.list', { query })
    if (asked !== latest) return
    failure.value = page.ok ? null : page.error
    if (!page.ok) return
    items.value = page.value.items
    total.value = page.value.total
    hasGateway.value = page.value.hasGateway
    isLoaded.value = true
  }
  async function turnTo(next: number): Promise<void> {
    offset.value = next
    await load()
  }
  async function look(change: Partial<SmsFilter>): Promise<void> {
    filter.value = { ...filter.value, ...change }
    await turnTo(0)
  }
  const clear = (): Promise<void> => look(everything)

  async function act(name: 'sms.resend' | 'sms.markSent', { id }: SmsMessage): Promise<Failure | null> {
    const changed: Result<unknown> = await host.request(name, { params: { smsId: id } })
    // What it was is not what is shown: the page says what it is now.
    await load()
    return changed.ok ? null : changed.error
  }
  const resend = (message: SmsMessage): Promise<Failure | null> => act('sms.resend', message)
  const markSent = (message: SmsMessage): Promise<Failure | null> => act('sms.markSent', message)

  return { filter, offset, items, total, hasGateway, isLoaded, failure, isFiltered, load, turnTo, look, clear, resend, markSent }
})
