// How far somebody reaches: an administrator everywhere, a supervisor in their own office.
import type { PushAudience } from '@zhengna/contract/domain/push-audience.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { pushInvalid } from './push-faults.ts'

/** null: all offices. */
export const reachOf = ({ role, officeId }: Pick<Caller, 'role' | 'officeId'>): OfficeId | null => (role === 'admin' ? null : officeId)

/** No office named: all within reach. Errors: PUSH_INVALID. */
export function withinReach(audience: PushAudience, reach: OfficeId | null): PushAudience {
  if (reach === null) return audience
  if (audience.officeIds.some((id) => id !== reach)) throw pushInvalid('audience', '只能推送给本机构的纳税人。')
  return { ...audience, officeIds: [reach] }
}
