// One's own sheet as it is now.
import type { ConfirmationSheet } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { ConfirmationSheetId } from '@zhengna/contract/ids.ts'
import { ok } from '@zhengna/contract/result.ts'
import { useHost } from '../../host/index.ts'
import { useRecord } from '../records/index.ts'

export function useOwnSheet(sheetId: ConfirmationSheetId) {
  const host = useHost()
  return useRecord<ConfirmationSheet>('confirmation-sheet', sheetId, async () => {
    const got = await host.request('sheets.get', { params: { sheetId } })
    return got.ok ? ok({ ...got.value, record: got.value.sheet }) : got
  })
}
