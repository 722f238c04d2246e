// Which pages a role has; the first is where it begins. Only what works is listed.
import type { Role } from '@zhengna/contract/domain/person.ts'

export type ConsolePage = 'workbench' | 'queue' | 'leave-messages' | 'work-orders' | 'appointments' | 'knowledge' | 'administration'

const pages: Record<Role, readonly ConsolePage[]> = {
  agent: ['workbench', 'leave-messages', 'work-orders', 'appointments', 'knowledge'],
  supervisor: ['queue', 'leave-messages', 'work-orders', 'appointments', 'knowledge'],
  editor: ['knowledge'],
  admin: ['administration', 'knowledge'],
  // Never signs in here; the host refuses them.
  taxpayer: [],
}

export const pagesOf = (role: Role): readonly ConsolePage[] => pages[role]

/** Roles whose desk has something to show. */
export const hasDesk = (role: Role): boolean => role === 'agent' || role === 'supervisor'
