import type { WorkOrderSummary } from '@zhengna/contract/domain/work-order-record.ts'

/** late: open beyond its due time; due: open, with one; none: done, or without one. */
export const lateness = ({ state, dueAt }: Pick<WorkOrderSummary, 'state' | 'dueAt'>, now: number): 'late' | 'due' | 'none' =>
  state === 'done' || dueAt === null ? 'none' : dueAt < now ? 'late' : 'due'
