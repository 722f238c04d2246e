// How far somebody reaches: an administrator everywhere, a supervisor in their own office.
import type { OfficeId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

/** null: all offices. */
export const reachOf = ({ role, officeId }: Pick<Caller, 'role' | 'officeId'>): OfficeId | null => (role === 'admin' ? null : officeId)
