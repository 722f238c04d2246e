// A workbook on its way in: tried first, imported when the editor says so. Kept while the editor looks at other pages.
import type { HostReply } from '@zhengna/contract/host/index.ts'
import { failure as failureOf, type Failure } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'
import { base64Of } from '../../ui/index.ts'

export type ImportReport = HostReply<'editing.importArticles'>

/** trying, importing: the server reads; tried: what would come of it; done: what came of it; refused: it is no workbook of ours. */
export type Import =
  | { readonly step: 'none' }
  | { readonly step: 'trying' | 'importing'; readonly name: string }
  | { readonly step: 'tried' | 'done'; readonly name: string; readonly report: ImportReport }
  | { readonly step: 'refused'; readonly name: string; readonly failure: Failure }

export const useWorkbookStore = defineStore('workbook', () => {
  const host = useHost()
  const state = shallowRef<Import>({ step: 'none' })
  let file: { readonly name: string; readonly bytes: string } | null = null
  let round = 0

  async function send(isTrial: boolean): Promise<void> {
    if (!file) return
    const own = ++round
    const { name, bytes } = file
    state.value = { step: isTrial ? 'trying' : 'importing', name }
    const got = await host.request('editing.importArticles', { body: { bytes, isTrial } })
    if (own !== round) return
    state.value = got.ok ? { step: isTrial ? 'tried' : 'done', name, report: got.value } : { step: 'refused', name, failure: got.error }
  }

  async function choose(chosen: File): Promise<void> {
    const { name, size } = chosen
    const refusal = refusalOf(size)
    if (refusal) {
      close()
      state.value = { step: 'refused', name, failure: refusal }
      return
    }
    const own = ++round
    state.value = { step: 'trying', name }
    const bytes = await base64Of(chosen).catch(() => null)
    if (own !== round) return
    file = bytes === null ? null : { name, bytes }
    if (file) await send(true)
    // It was moved or taken away between choosing and reading.
    else state.value = { step: 'refused', name, failure: failureOf('WORKBOOK_UNREADABLE') }
  }

  function close(): void {
    round += 1
    file = null
    state.value = { step: 'none' }
  }

  const exportAll = () => host.request('editing.exportArticles', { query: {} })
  const exportTemplate = () => host.request('editing.exportArticles', { query: { isTemplate: true } })

  return { state, choose, tryAgain: () => send(true), importNow: () => send(false), close, exportAll, exportTemplate }
})

/** What need not be sent to be refused; all else the server judges. */
function refusalOf(sizeBytes: number): Failure | null {
  if (sizeBytes > limits.workbookMaxBytes) return failureOf('ASSET_TOO_LARGE', { megabytes: limits.workbookMaxBytes / 1024 / 1024 })
  return sizeBytes === 0 ? failureOf('WORKBOOK_UNREADABLE') : null
}
