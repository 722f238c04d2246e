// Which pages a role has; the first is where it begins. Only what works is listed.
import type { Role } from '@zhengna/contract/domain/person.ts'

export type ConsolePage =
  | 'workbench'
  | 'monitor'
  | 'leave-messages'
  | 'work-orders'
  | 'confirmation-sheets'
  | 'appointments'
  | 'service-hours'
  | 'pushes'
  | 'knowledge'
  | 'administration'

const pages: Record<Role, readonly ConsolePage[]> = {
  agent: ['workbench', 'leave-messages', 'work-orders', 'confirmation-sheets', 'appointments', 'knowledge'],
  supervisor: [
    'monitor',
    'workbench',
    'leave-messages',
    'work-orders',
    'confirmation-sheets',
    'appointments',
    'service-hours',
    'pushes',
    'knowledge',
  ],
  editor: ['knowledge'],
  admin: ['administration', 'pushes', 'knowledge'],
  // Never signs in here; the host refuses them.
  taxpayer: [],
}

export const pagesOf = (role: Role): readonly ConsolePage[] => pages[role]

/** Roles whose desk has something to show. */
export const hasDesk = (role: Role): boolean => role === 'agent' || role === 'supervisor'
