// An audience within somebody's reach.
import type { PushAudience } from '@zhengna/contract/domain/push-audience.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import { pushInvalid } from './push-faults.ts'

/** No office named: all within reach. Errors: PUSH_INVALID. */
export function withinReach(audience: PushAudience, reach: OfficeId | null): PushAudience {
  if (reach === null) return audience
  if (audience.officeIds.some((id) => id !== reach)) throw pushInvalid('audience', '只能推送给本机构的纳税人。')
  return { ...audience, officeIds: [reach] }
}
