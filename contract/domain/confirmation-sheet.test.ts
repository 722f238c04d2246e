import { describe, expect, it } from 'vitest'
import {
  isMaterialAsked,
  isSheetOpen,
  materialActors,
  materialEvents,
  materialStateLabels,
  materialStates,
  mayDoWithMaterial,
  mayDoWithSheet,
  nextMaterialState,
  nextSheetState,
  sheetActors,
  sheetEventAfter,
  sheetEvents,
  sheetProgress,
  sheetStateLabels,
  sheetStates,
  type MaterialEvent,
  type MaterialState,
  type SheetEvent,
  type SheetState,
} from './confirmation-sheet.ts'

/** The diagram at the top of confirmation-sheet.ts, written out a second time: every state with every event. */
const sheets: Record<SheetState, Record<SheetEvent, SheetState | null>> = {
  collecting: { submit: 'submitted', return: null, confirm: null, withdraw: 'withdrawn', lapse: 'lapsed' },
  submitted: { submit: null, return: 'returned', confirm: 'confirmed', withdraw: 'withdrawn', lapse: null },
  returned: { submit: 'submitted', return: null, confirm: null, withdraw: 'withdrawn', lapse: 'lapsed' },
  confirmed: { submit: null, return: null, confirm: null, withdraw: null, lapse: null },
  withdrawn: { submit: null, return: null, confirm: null, withdraw: null, lapse: null },
  lapsed: { submit: null, return: null, confirm: null, withdraw: null, lapse: null },
}
const materials: Record<MaterialState, Record<MaterialEvent, MaterialState | null>> = {
  missing: { submit: 'submitted', omit: 'omitted', accept: null, return: null },
  submitted: { submit: null, omit: null, accept: 'accepted', return: 'returned' },
  accepted: { submit: null, omit: null, accept: null, return: 'returned' },
  returned: { submit: 'submitted', omit: 'omitted', accept: 'accepted', return: null },
  omitted: { submit: null, omit: null, accept: null, return: null },
}
const sheetSteps = sheetStates.flatMap((state) => sheetEvents.map((event) => ({ state, event, next: sheets[state][event] })))
const materialSteps = materialStates.flatMap((state) => materialEvents.map((event) => ({ state, event, next: materials[state][event] })))

describe('the states of a confirmation sheet', () => {
  it.each(sheetSteps)('$state with $event becomes $next', ({ state, event, next }) => {
    expect(nextSheetState(state, event)).toBe(next)
    for (const actor of ['taxpayer', 'agent', 'system'] as const)
      expect(mayDoWithSheet(state, event, actor)).toBe(next !== null && sheetActors[event] === actor)
  })
  it('every state can be reached from 待上传材料, and what is over is left by nothing', () => {
    const reached = new Set<SheetState>(['collecting'])
    for (const state of reached)
      for (const event of sheetEvents) {
        const next = nextSheetState(state, event)
        if (next) reached.add(next)
      }
    expect([...reached].sort()).toEqual([...sheetStates].sort())
    expect(sheetStates.filter((state) => !isSheetOpen(state))).toEqual(['confirmed', 'withdrawn', 'lapsed'])
  })
  it('every state is told in Chinese', () => {
    for (const label of [...Object.values(sheetStateLabels), ...Object.values(materialStateLabels)])
      expect(label).toMatch(/^\p{Script=Han}+$/u)
  })
})

describe('the states of a material', () => {
  it.each(materialSteps)('$state with $event becomes $next', ({ state, event, next }) => {
    expect(nextMaterialState(state, event)).toBe(next)
  })
  it.each(sheetStates.flatMap((sheet) => materialSteps.map((step) => ({ sheet, ...step }))))(
    'in a sheet that is $sheet, $event of one that is $state has its button only where it applies',
    ({ sheet, state, event, next }) => {
      const isTime = materialActors[event] === 'agent' ? sheet === 'submitted' : sheet === 'collecting' || sheet === 'returned'
      for (const isRequired of [true, false])
        for (const actor of ['taxpayer', 'agent'] as const)
          expect(mayDoWithMaterial(sheet, { state, isRequired }, event, actor)).toBe(
            next !== null && isTime && materialActors[event] === actor && !(event === 'omit' && isRequired),
          )
    },
  )
  it('only what was returned is asked for again', () => {
    const asked = materialStates.filter((state) => isMaterialAsked('returned', { state, isRequired: true }))
    // In a returned sheet nothing is missing any more.
    expect(asked).toEqual(['missing', 'returned'])
    expect(materialStates.some((state) => isMaterialAsked('submitted', { state, isRequired: true }))).toBe(false)
  })
})

const all = (...states: MaterialState[]) => states.map((state) => ({ state, isRequired: true }))

describe('what becomes of a sheet', () => {
  it.each([
    [all('submitted', 'accepted', 'returned'), null],
    [all('missing', 'accepted'), null],
    [all('accepted', 'returned', 'omitted'), 'return'],
    [all('returned'), 'return'],
    [all('accepted', 'accepted'), 'confirm'],
    [all('accepted', 'omitted'), 'confirm'],
  ])('%j: %s', (given, event) => {
    expect(sheetEventAfter(given)).toBe(event)
  })
  it('what was returned counts as not handed in', () => {
    expect(sheetProgress(all('missing', 'submitted', 'accepted', 'returned', 'omitted'))).toEqual({ total: 5, given: 2, accepted: 1 })
  })
})
