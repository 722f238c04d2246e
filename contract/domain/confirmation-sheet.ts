// A confirmation sheet (业务办理服务确认单): materials that an agent asks for, each given and judged by itself.
//
//   collecting ──submit──▶ submitted ──confirm──▶ confirmed        withdraw: from these three ──▶ withdrawn
//                           │  ▲
//                     return▼  │submit
//                         returned
//   lapse: from collecting and returned, when the time is over ──▶ lapsed. What is handed in waits for the office, and does not lapse.
//
// and each of its materials:
//
//   missing ──submit──▶ submitted ──accept──▶ accepted
//      │                 │  ▲                  │  ▲
//     omit         return▼  │submit      return▼  │accept
//      ▼                 │  │                  │  │
//   omitted ◀──omit──── returned ◀─────────────┴──┘ (the same)
//
// return and confirm of the sheet happen by themselves, once nothing of it waits to be judged. Only what is optional can be omitted.
// The server decides; windows use the same tables to know which buttons to show.
import { Type } from 'typebox'

export const sheetStates = ['collecting', 'submitted', 'returned', 'confirmed', 'withdrawn', 'lapsed'] as const
export type SheetState = (typeof sheetStates)[number]
export const SheetState = Type.Unsafe<SheetState>(Type.Union(sheetStates.map((s) => Type.Literal(s))))
export const sheetStateLabels: Record<SheetState, string> = {
  collecting: '待上传材料',
  submitted: '待审核',
  returned: '待补正',
  confirmed: '已确认',
  withdrawn: '已撤回',
  lapsed: '已逾期',
}

export const sheetEvents = ['submit', 'return', 'confirm', 'withdraw', 'lapse'] as const
export type SheetEvent = (typeof sheetEvents)[number]

export type SheetActor = 'taxpayer' | 'agent' | 'system'

/** By whom each happens. */
export const sheetActors: Record<SheetEvent, SheetActor> = {
  submit: 'taxpayer',
  return: 'system',
  confirm: 'system',
  withdraw: 'agent',
  lapse: 'system',
}

const sheets: Record<SheetState, Partial<Record<SheetEvent, SheetState>>> = {
  collecting: { submit: 'submitted', withdraw: 'withdrawn', lapse: 'lapsed' },
  submitted: { return: 'returned', confirm: 'confirmed', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn', lapse: 'lapsed' },
  confirmed: {},
  withdrawn: {},
  lapsed: {},
}

/** The next state, or null where the event does not apply. */
export function nextSheetState(state: SheetState, event: SheetEvent): SheetState | null {
  return sheets[state][event] ?? null
}

/** Whether somebody may do it: what a button is shown for. */
export const mayDoWithSheet = (state: SheetState, event: SheetEvent, actor: SheetActor): boolean =>
  sheetActors[event] === actor && nextSheetState(state, event) !== null

export const isSheetOpen = (state: SheetState): boolean => Object.keys(sheets[state]).length > 0

export const materialStates = ['missing', 'submitted', 'accepted', 'returned', 'omitted'] as const
export type MaterialState = (typeof materialStates)[number]
export const MaterialState = Type.Unsafe<MaterialState>(Type.Union(materialStates.map((s) => Type.Literal(s))))
export const materialStateLabels: Record<MaterialState, string> = {
  missing: '待上传',
  submitted: '待审核',
  accepted: '已通过',
  returned: '已退回',
  omitted: '未提供',
}

export const materialEvents = ['submit', 'omit', 'accept', 'return'] as const
export type MaterialEvent = (typeof materialEvents)[number]

/** By whom each happens. */
export const materialActors: Record<MaterialEvent, 'taxpayer' | 'agent'> = {
  submit: 'taxpayer',
  omit: 'taxpayer',
  accept: 'agent',
  return: 'agent',
}

const materials: Record<MaterialState, Partial<Record<MaterialEvent, MaterialState>>> = {
  missing: { submit: 'submitted', omit: 'omitted' },
  submitted: { accept: 'accepted', return: 'returned' },
  // Until the whole sheet is judged nobody was told, and the agent may think again.
  accepted: { return: 'returned' },
  returned: { submit: 'submitted', omit: 'omitted', accept: 'accepted' },
  omitted: {},
}

/** The next state, or null where the event does not apply. */
export function nextMaterialState(state: MaterialState, event: MaterialEvent): MaterialState | null {
  return materials[state][event] ?? null
}

/** In which state of its sheet each happens: the taxpayer gives while it is asked for, the agent judges what was given. */
const sheetLets = (state: SheetState, actor: 'taxpayer' | 'agent'): boolean =>
  actor === 'agent' ? state === 'submitted' : mayDoWithSheet(state, 'submit', 'taxpayer')

export interface MaterialAsked {
  readonly isRequired: boolean
  readonly state: MaterialState
}

/** Whether somebody may do it with a material of a sheet in that state: what a button is shown for. */
export const mayDoWithMaterial = (
  sheet: SheetState,
  { state, isRequired }: MaterialAsked,
  event: MaterialEvent,
  actor: 'taxpayer' | 'agent',
): boolean =>
  materialActors[event] === actor &&
  sheetLets(sheet, actor) &&
  nextMaterialState(state, event) !== null &&
  !(event === 'omit' && isRequired)

/** Whether the taxpayer is asked for it now. */
export const isMaterialAsked = (sheet: SheetState, material: MaterialAsked): boolean =>
  mayDoWithMaterial(sheet, material, 'submit', 'taxpayer')

/** What becomes of a sheet whose materials stand so; null: something waits to be judged, or to be given. */
export function sheetEventAfter(given: readonly MaterialAsked[]): 'return' | 'confirm' | null {
  const has = (state: MaterialState): boolean => given.some((material) => material.state === state)
  if (has('submitted') || has('missing')) return null
  return has('returned') ? 'return' : 'confirm'
}

/** How far it is: of `total`, `given` have been handed in (and not returned), `accepted` are good. */
export function sheetProgress(all: readonly MaterialAsked[]): { total: number; given: number; accepted: number } {
  const count = (...states: MaterialState[]): number => all.filter(({ state }) => states.includes(state)).length
  return { total: all.length, given: count('submitted', 'accepted'), accepted: count('accepted') }
}
