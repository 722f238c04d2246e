// What the form of a proposal demands, before it is sent.
import { bookingLeadMs, type AppointmentWay } from '@zhengna/contract/domain/appointment.ts'
import { readTelephone } from '@zhengna/contract/domain/telephone.ts'
import type { SkillGroupId } from '@zhengna/contract/ids.ts'

export interface ProposalFields {
  /** null: the first that is offered. */
  readonly serviceType: SkillGroupId | null
  readonly way: AppointmentWay | null
  readonly startsAt: number | null
  readonly matter: string
  /** Blank: the number on record. */
  readonly phone: string
}
export const proposalFieldNames = ['serviceType', 'way', 'startsAt', 'matter', 'phone'] as const
export type ProposalField = (typeof proposalFieldNames)[number]

/** A field's text in the locale. `isPhoneKnown`: the taxpayer has one on record. */
export function proposalFaults(
  { way, startsAt, matter, phone }: ProposalFields,
  isPhoneKnown: boolean,
  now: number,
): Partial<Record<ProposalField, string>> {
  const typed = phone.trim()
  return {
    ...(way === null && { way: 'appointments.faults.way' }),
    ...(startsAt === null && { startsAt: 'appointments.faults.startsAt' }),
    ...(startsAt !== null && startsAt < now + bookingLeadMs && { startsAt: 'appointments.faults.tooSoon' }),
    ...(matter.trim() === '' && { matter: 'appointments.faults.matter' }),
    ...(way === 'phone' && typed === '' && !isPhoneKnown && { phone: 'appointmentDesk.propose.phoneUnknown' }),
    ...(way === 'phone' && typed !== '' && readTelephone(typed) === null && { phone: 'appointmentDesk.propose.phoneWrong' }),
  }
}
