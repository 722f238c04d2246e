// Files of confirmation sheets: attached to a sheet's material and the round it was handed in. Who may read them.
import type { ConfirmationSheetId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Database } from '../../platform/database/database.ts'
import { findSheet, type MaterialRow } from './sheets.store.ts'

type Round = Pick<MaterialRow, 'sheet_id' | 'place' | 'round'>

/** What its files are attached to. */
export const roundId = ({ sheet_id, place, round }: Round): string => `${sheet_id}/${place}/${round}`

/** Of all rounds so far. */
export const roundIds = ({ round, ...material }: Round): string[] =>
  Array.from({ length: round }, (_, index) => roundId({ ...material, round: index + 1 }))

/** `recordId`: as it was given to attachTo. Its taxpayer and its office. */
export const mayReadSheetFiles =
  ({ database }: { readonly database: Database }) =>
  async (caller: Caller, recordId: string): Promise<boolean> => {
    const row = await findSheet(database.reader, recordId.split('/')[0] as ConfirmationSheetId)
    if (!row) return false
    if (caller.role === 'taxpayer') return row.taxpayer_id === caller.personId
    return (caller.role === 'agent' || caller.role === 'supervisor') && row.office_id === caller.officeId
  }
