// The fields of the forms, read and refused one by one: APPOINTMENT_INVALID names the field and says why.
import { withoutControls } from '@zhengna/contract/domain/message.ts'
import { readTelephone } from '@zhengna/contract/domain/telephone.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { SkillGroupId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Reader } from '../../platform/database/database.ts'
import { slotFault, type Bookable } from './bookable-slots.ts'

export const invalid = (field: string, reason: string): DomainError => new DomainError('APPOINTMENT_INVALID', { field, reason })

export async function checkService(db: Reader, serviceType: SkillGroupId): Promise<void> {
  const known = await db.selectFrom('skill_groups').select('id').where('id', '=', serviceType).executeTakeFirst()
  if (!known) throw invalid('serviceType', '所选的预约服务类型不存在，请重新选择。')
}

export function checkSlot(startsAt: number, bookable: Bookable): void {
  const fault = slotFault(startsAt, bookable)
  if (fault !== null) throw invalid('startsAt', fault)
}

/** 预约事项说明. */
export function readMatter(raw: string): string {
  const matter = withoutControls(raw).trim().toWellFormed()
  if (matter.replace(/[\u200b-\u200d\u2060\s]/g, '') === '') throw invalid('matter', '请填写预约事项说明。')
  if (matter.length > limits.appointmentMatterMaxLength)
    throw invalid('matter', `预约事项说明最多 ${limits.appointmentMatterMaxLength} 个字。`)
  return matter
}

/** Why a proposal is declined. */
export function readReason(raw: string): string {
  const reason = withoutControls(raw).trim().toWellFormed()
  if (reason === '') throw invalid('reason', '请填写拒绝原因。')
  return reason
}

/** 手机号码, where the way is the telephone. */
export function readPhone(raw: string | null): string {
  if (raw === null || raw.trim() === '') throw invalid('phone', '预约互动方式为电话时，请填写手机号码。')
  const phone = readTelephone(raw)
  if (phone === null) throw invalid('phone', '电话号码不正确，请填写 11 位手机号码，或带区号的固定电话。')
  return phone
}
