// A confirmation sheet as it is sent, listed and shown, on either side.
import { Type, type Static } from 'typebox'
import { ConfirmationSheetId, ConversationId, LeaveMessageId, PersonId, SheetTemplateId, WorkOrderId } from '../ids.ts'
import { limits } from '../limits.ts'
import { Attachment } from './attachment.ts'
import { MaterialState, SheetState, type MaterialEvent, type SheetEvent } from './confirmation-sheet.ts'
import { Day } from './day.ts'
import { Person } from './person.ts'

const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])
/** What is too long passes the form, so that it is told at its field how long it may be. */
const ROOM = 4
const typed = (maxLength: number) => Type.String({ maxLength: maxLength * ROOM })

/** In what it was sent. */
export const SheetOrigin = Type.Union([
  Type.Object({ kind: Type.Literal('conversation'), id: ConversationId }),
  Type.Object({ kind: Type.Literal('leave-message'), id: LeaveMessageId }),
  Type.Object({ kind: Type.Literal('work-order'), id: WorkOrderId }),
])
export type SheetOrigin = Static<typeof SheetOrigin>
export const SheetOriginId = Type.Union([ConversationId, LeaveMessageId, WorkOrderId])

export const MaterialDraft = Type.Object({
  name: typed(limits.sheetMaterialNameMaxLength),
  isRequired: Type.Boolean(),
  /** What to mind of it: pages, stamps, dates. */
  note: typed(limits.sheetMaterialNoteMaxLength),
})
export type MaterialDraft = Static<typeof MaterialDraft>

/** What a sheet asks for, be it a template or one to be sent. */
export const sheetContent = {
  /** 业务事项: what is being handled. */
  matter: typed(limits.sheetMatterMaxLength),
  materials: Type.Array(MaterialDraft, { maxItems: limits.sheetMaterialsMax * ROOM }),
}
export const SheetContent = Type.Object(sheetContent)
export type SheetContent = Static<typeof SheetContent>

export const ConfirmationSheetDraft = Type.Object({
  id: ConfirmationSheetId,
  origin: SheetOrigin,
  ...sheetContent,
  /** 办理时限: the last day in Beijing on which the taxpayer hands in. */
  dueDay: Day,
  /** Its author was asked about a word (MESSAGE_WARNED) and sends it all the same. */
  confirmed: Type.Optional(Type.Boolean()),
})
export type ConfirmationSheetDraft = Static<typeof ConfirmationSheetDraft>

/** `isOwn`: the office keeps it, instead of the program's or besides them. */
export const SheetTemplate = Type.Object({ id: SheetTemplateId, ...sheetContent, isOwn: Type.Boolean() })
export type SheetTemplate = Static<typeof SheetTemplate>

const summary = {
  id: ConfirmationSheetId,
  /** 确认单编号. */
  number: Type.String(),
  matter: Type.String(),
  state: SheetState,
  /** Grows with every change. */
  revision: Type.Integer({ minimum: 0 }),
  origin: SheetOrigin,
  /** When it lapses unless it is handed in. */
  dueAt: Type.Integer(),
  officeName: Type.String(),
  /** 坐席 1001 号, who sent it. */
  agentNumber: nullable(Type.String()),
  createdAt: Type.Integer(),
  changedAt: Type.Integer(),
  /** Of `total` materials, `given` are handed in and not returned, `accepted` are good. */
  total: Type.Integer({ minimum: 0 }),
  given: Type.Integer({ minimum: 0 }),
  accepted: Type.Integer({ minimum: 0 }),
}
export const ConfirmationSheetSummary = Type.Object(summary)
export type ConfirmationSheetSummary = Static<typeof ConfirmationSheetSummary>

export const Material = Type.Object({
  /** 1, 2, 3 … within its sheet. */
  place: Type.Integer({ minimum: 1 }),
  name: Type.String(),
  note: Type.String(),
  isRequired: Type.Boolean(),
  state: MaterialState,
  /** How often it was handed in. */
  round: Type.Integer({ minimum: 0 }),
  /** Why it was returned last; '' where it never was. */
  reason: Type.String(),
  /** Those handed in last. */
  files: Type.Array(Attachment),
})
export type Material = Static<typeof Material>

export const sheetStepKinds = ['send', 'submit', 'accept', 'return', 'confirm', 'withdraw', 'lapse'] as const satisfies readonly (
  'send' | SheetEvent | MaterialEvent
)[]
export type SheetStepKind = (typeof sheetStepKinds)[number]

/** What was done, in its order. `material`: the name of what was judged. `text`: why it was returned or withdrawn. */
export const SheetStep = Type.Object({
  at: Type.Integer(),
  kind: Type.Unsafe<SheetStepKind>(Type.Union(sheetStepKinds.map((kind) => Type.Literal(kind)))),
  /** 坐席 1001 号; null: the taxpayer, the program, or an officer without a number. */
  agentNumber: nullable(Type.String()),
  material: nullable(Type.String()),
  text: Type.String(),
})
export type SheetStep = Static<typeof SheetStep>

const whole = { ...summary, items: Type.Array(Material), steps: Type.Array(SheetStep) }
/** As its taxpayer sees it. */
export const ConfirmationSheet = Type.Object(whole)
export type ConfirmationSheet = Static<typeof ConfirmationSheet>

/** As officers see it: the taxpayer's number and telephone masked. */
export const DeskSheetSummary = Type.Object({ ...summary, taxpayerName: Type.String(), taxpayerNumber: Type.String() })
export type DeskSheetSummary = Static<typeof DeskSheetSummary>
export const DeskSheet = Type.Object({ ...whole, taxpayer: Person })
export type DeskSheet = Static<typeof DeskSheet>

/** What happened with one, as those whom it concerns hear it at once. */
export const SheetNews = Type.Object({
  sheetId: ConfirmationSheetId,
  origin: SheetOrigin,
  kind: Type.Unsafe<SheetStepKind>(Type.Union(sheetStepKinds.map((kind) => Type.Literal(kind)))),
  state: SheetState,
  revision: Type.Integer({ minimum: 0 }),
  matter: Type.String(),
  taxpayerName: Type.String(),
  /** Who sent the sheet. */
  agentId: PersonId,
})
export type SheetNews = Static<typeof SheetNews>
