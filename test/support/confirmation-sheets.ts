// Confirmation sheets on a store of their own: real database, conversations, notices, sensitive words and uploads.
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Material } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { ConfirmationSheetDraft, DeskSheet, SheetTemplate } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { dayAfter } from '@zhengna/contract/domain/sheet-due.ts'
import type { AttachmentId, ConfirmationSheetId, ConversationId } from '@zhengna/contract/ids.ts'
import { createAttachments, type Attachments } from '../../server/src/features/attachments/index.ts'
import {
  createConfirmationSheets,
  mayReadSheetFiles,
  type ConfirmationSheets,
} from '../../server/src/features/confirmation-sheets/index.ts'
import { createGuardedWriting, createTextGuard } from '../../server/src/features/guard/index.ts'
import type { Caller } from '../../server/src/platform/auth/tokens.ts'
import { openDiskBlobs } from '../../server/src/platform/blobs/disk-blobs.ts'
import type { BusEvents } from '../../server/src/platform/bus/bus.ts'
import { createPictures } from '../../server/src/platform/pictures/pictures.ts'
import { attachmentFiles } from './attachment-files.ts'
import { openJournalStand, type JournalStand } from './journal.ts'

export interface SheetStand extends JournalStand {
  readonly sheets: ConfirmationSheets
  readonly attachments: Attachments
  readonly told: BusEvents['confirmation-sheet.changed']['news'][]
  /** A live conversation of these two. */
  talk(taxpayer: Caller, agent: Caller): Promise<ConversationId>
  /** A matter with two required materials and an optional one. */
  draft(conversationId: ConversationId, change?: Partial<ConfirmationSheetDraft>): ConfirmationSheetDraft
  upload(caller: Caller, name?: string): Promise<AttachmentId>
  /** Hands in a file for each of these. */
  submit(caller: Caller, id: ConfirmationSheetId, places: readonly number[]): ReturnType<ConfirmationSheets['own']['submit']>
  /** Accepts or returns them as they stand. */
  judge(caller: Caller, id: ConfirmationSheetId, verdicts: Readonly<Record<number, string | null>>): Promise<DeskSheet>
  noticesOf(caller: Caller): Promise<{ kind: string; subject: string; title: string }[]>
}

export const statesOf = ({ items }: { readonly items: readonly Material[] }): string[] => items.map(({ state }) => state)

export const seededTemplate: SheetTemplate = {
  id: 'registration-change' as SheetTemplate['id'],
  matter: '变更税务登记信息',
  materials: [{ name: '营业执照', note: '', isRequired: true }],
  isOwn: false,
}

export async function openSheetStand(): Promise<SheetStand> {
  const journal = await openJournalStand()
  const { database, bus, clock, notices, folder } = journal
  const blobs = openDiskBlobs(join(folder, 'blobs'))
  const attachments = createAttachments({ database, clock, blobs, dataDir: folder, pictures: createPictures() })
  const writeGuarded = createGuardedWriting({ database, clock, guard: createTextGuard(journal.guard) })
  const sheets = createConfirmationSheets({ database, bus, clock, writeGuarded, notices, attachments, seeded: [seededTemplate] })
  attachments.letRead('confirmation-sheet', mayReadSheetFiles({ database }))
  const told: SheetStand['told'] = []
  bus.subscribe('confirmation-sheet.changed', ({ news }) => told.push(news))

  const stand: SheetStand = {
    ...journal,
    sheets,
    attachments,
    told,
    async talk(taxpayer, agent) {
      await journal.queue.join(taxpayer, 'button')
      return (await journal.queue.take(agent, null)).id
    },
    draft: (conversationId, change = {}) => ({
      id: uuidv7() as ConfirmationSheetId,
      origin: { kind: 'conversation', id: conversationId },
      dueDay: dayAfter(clock.now(), 7),
      matter: '变更法定代表人',
      materials: [
        { name: '营业执照', note: '变更后的', isRequired: true },
        { name: '股东会决议', note: '加盖公章', isRequired: true },
        { name: '授权委托书', note: '', isRequired: false },
      ],
      ...change,
    }),
    async upload(caller, name = '材料.png') {
      const id = uuidv7() as AttachmentId
      await attachments.begin(caller, { id, name, sizeBytes: attachmentFiles.png.length })
      await attachments.receive(caller, id, 0, attachmentFiles.png)
      return id
    },
    async submit(caller, id, places) {
      const given = []
      for (const place of places) given.push({ place, attachmentIds: [await stand.upload(caller, `材料${place}.png`)] })
      return sheets.own.submit(caller, id, given)
    },
    async judge(caller, id, verdicts) {
      for (const [place, reason] of Object.entries(verdicts)) {
        const sheet = await sheets.desk.get(caller, id)
        const { state, round } = sheet.items.find((item) => item.place === Number(place))!
        const seen = { place: Number(place), state, round }
        await (reason === null ? sheets.desk.accept(caller, id, seen) : sheets.desk.return(caller, id, seen, { reason }))
      }
      return sheets.desk.get(caller, id)
    },
    noticesOf: async (caller) =>
      (await notices.list(caller, { kind: undefined, before: undefined, limit: 100 })).notices.map(({ kind, subject, title }) => ({
        kind,
        subject,
        title,
      })),
  }
  return stand
}
