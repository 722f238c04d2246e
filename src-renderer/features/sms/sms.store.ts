// 短信发件箱: one page of what the server has, as it is filtered.
import type { SmsMessage, SmsState } from '@zhengna/contract/domain/sms.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useHost } from '../../host/index.ts'
import { createFilteredPage, narrowing } from '../../ui/index.ts'

export interface SmsFilter {
  readonly state: SmsState | ''
  readonly phone: string
}
const everything: SmsFilter = { state: '', phone: '' }

export const smsPerPage = 20

export const useSmsStore = defineStore('sms', () => {
  const host = useHost()
  const hasGateway = ref(true)
  const page = createFilteredPage({
    everything,
    size: smsPerPage,
    ask: (filter, paging) => host.request('sms.list', { query: { ...narrowing(filter), ...paging } }),
    onPage: (got) => (hasGateway.value = got.hasGateway),
  })

  async function act(name: 'sms.resend' | 'sms.markSent', { id }: SmsMessage): Promise<Failure | null> {
    const changed: Result<unknown> = await host.request(name, { params: { smsId: id } })
    // What it was is not what is shown: the page says what it is now.
    await page.load()
    return changed.ok ? null : changed.error
  }
  const resend = (message: SmsMessage): Promise<Failure | null> => act('sms.resend', message)
  const markSent = (message: SmsMessage): Promise<Failure | null> => act('sms.markSent', message)

  return { ...page, hasGateway, resend, markSent }
})
