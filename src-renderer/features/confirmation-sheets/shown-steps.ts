// What was done with a sheet, as a timeline.
import type { SheetStep } from '@zhengna/contract/domain/confirmation-sheet-record.ts'

type Translate = (key: string, values: Record<string, string>) => string

/** `taxpayer`: how whoever handed in is called. */
export const shownSteps = (steps: readonly SheetStep[], t: Translate, taxpayer: string) =>
  steps.map(({ at, kind, agentNumber, material, text }) => ({
    at,
    title: t(`sheets.steps.${kind}`, { material: material ?? '' }),
    by: byOf(kind, agentNumber, t, taxpayer),
    text,
    attachments: [],
  }))

function byOf(kind: SheetStep['kind'], agentNumber: string | null, t: Translate, taxpayer: string): string {
  if (agentNumber) return t('records.byAgent', { number: agentNumber })
  if (kind === 'submit') return taxpayer
  return kind === 'lapse' || kind === 'confirm' ? t('sheets.bySystem', {}) : t('records.byOffice', {})
}
