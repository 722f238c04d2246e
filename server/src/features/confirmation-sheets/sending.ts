// How a confirmation sheet comes about: an agent sends it in a conversation, or about a leave-message or a work order.
import { dueAtOf, dueDayFault } from '@zhengna/contract/domain/sheet-due.ts'
import { sheetFault, tidyLine } from '@zhengna/contract/domain/sheet-fault.ts'
import type { ConfirmationSheetDraft, DeskSheet } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { nextNumber } from '../../platform/database/number-series.ts'
import { beginAppending } from '../conversations/index.ts'
import type { Writing } from '../guard/index.ts'
import { findPerson } from '../people/index.ts'
import { announceSheet, deskOrder, invalid } from './moving.ts'
import { findOrigin } from './origins.ts'
import type { SheetParts } from './sheet-parts.ts'
import { viewForDesk } from './sheet-view.ts'
import { findSheet, insertSheet } from './sheets.store.ts'
import { addStep } from './steps.store.ts'
import { tellTaxpayer } from './telling.ts'

/** The same id again gives the first result. Errors: as the route says. */
export type SendSheet = (caller: Caller, draft: ConfirmationSheetDraft) => Promise<DeskSheet>

export function createSending({ bus, writeGuarded, attachments, notices }: SheetParts): SendSheet {
  const store = async (writing: Writing, caller: Caller, draft: ConfirmationSheetDraft): Promise<void> => {
    const { trx, after, now } = writing
    const { taxpayerId, conversation } = await findOrigin(trx, caller, draft.origin)
    const fault = sheetFault(draft) ?? dueDayFault(draft.dueDay, now)
    if (fault) throw invalid(fault)
    const pass = (field: string, text: string): string =>
      text === '' ? '' : writing.pass({ by: caller, field, text, isConfirmed: draft.confirmed })
    const taxpayer = await findPerson(trx, taxpayerId)
    if (!taxpayer) throw new Error(`The taxpayer of ${draft.origin.kind} ${draft.origin.id} is not in the register.`)
    const matter = pass('matter', tidyLine(draft.matter))
    await insertSheet(
      trx,
      {
        id: draft.id,
        number: await nextNumber(trx, 'QR', now),
        origin_kind: draft.origin.kind,
        origin_id: draft.origin.id,
        taxpayer_id: taxpayer.id,
        taxpayer_name: taxpayer.name,
        taxpayer_number: taxpayer.taxpayer ? (JSON.parse(taxpayer.taxpayer) as TaxpayerProfile).taxpayerNumber : '',
        office_id: caller.officeId,
        sent_by: caller.personId,
        matter,
        state: 'collecting',
        due_at: dueAtOf(draft.dueDay),
        reminded_at: null,
        created_at: now,
        changed_at: now,
        desk_order: deskOrder('collecting', now),
        revision: 0,
      },
      draft.materials.map(({ name, note, isRequired }, index) => ({
        sheet_id: draft.id,
        place: index + 1,
        name: pass(`materials.${index}.name`, tidyLine(name)),
        note: pass(`materials.${index}.note`, tidyLine(note)),
        is_required: isRequired ? 1 : 0,
        state: 'missing' as const,
        round: 0,
        reason: '',
        judged_by: null,
      })),
    )
    const stepId = await addStep(trx, draft.id, { kind: 'send', by: caller, at: now })
    if (conversation) {
      const appending = beginAppending(trx, after, bus, now)
      appending.addEvent(conversation, { type: 'sheet-sent', sheetId: draft.id, matter })
      await appending.store()
    }
    const row = await findSheet(trx, draft.id)
    if (!row) throw new Error(`Confirmation sheet ${draft.id} was stored and is not there.`)
    await tellTaxpayer(writing, notices, row, 'sent', { stepId, count: draft.materials.length })
    announceSheet(writing, bus, row, 'send')
  }

  return (caller, draft) =>
    writeGuarded(async (writing) => {
      const { trx } = writing
      const held = await findSheet(trx, draft.id)
      if (held && held.sent_by !== caller.personId) throw new DomainError('SHEET_NOT_FOUND')
      if (!held) await store(writing, caller, draft)
      const row = held ?? (await findSheet(trx, draft.id))
      if (!row) throw new DomainError('SHEET_NOT_FOUND')
      return viewForDesk(trx, attachments, row)
    })
}
