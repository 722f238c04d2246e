// Who takes part: taxpayers on one side, the office's people on the other.
import { Type, type Static } from 'typebox'
import { OfficeId, PersonId, SkillGroupId } from '../ids.ts'

export const roles = ['taxpayer', 'agent', 'supervisor', 'editor', 'admin'] as const
export const Role = Type.Union(roles.map((role) => Type.Literal(role)))
export type Role = (typeof roles)[number]

/** The two programs. A taxpayer signs in to one, everybody else to the other. */
export const editions = ['taxpayer', 'console'] as const
export const Edition = Type.Unsafe<(typeof editions)[number]>(Type.Union(editions.map((edition) => Type.Literal(edition))))
export type Edition = (typeof editions)[number]

export const editionOf = (role: Role): Edition => (role === 'taxpayer' ? 'taxpayer' : 'console')

/** For whom an answer is written; a taxpayer has one or more of these. */
export const audiences = [
  'everyone',
  'enterprise',
  'general-taxpayer',
  'small-scale',
  'individual-business',
  'person',
  'withholding-agent',
  'exporter',
  'non-resident',
] as const
export const Audience = Type.Unsafe<(typeof audiences)[number]>(Type.Union(audiences.map((a) => Type.Literal(a))))
export type Audience = (typeof audiences)[number]
export const audienceLabels: Record<Audience, string> = {
  everyone: '所有人',
  enterprise: '企业',
  'general-taxpayer': '一般纳税人',
  'small-scale': '小规模纳税人',
  'individual-business': '个体工商户',
  person: '自然人',
  'withholding-agent': '扣缴义务人',
  exporter: '出口企业',
  'non-resident': '非居民',
}

export const TaxpayerProfile = Type.Object({
  /** 纳税人识别号, already masked for everyone but its owner. */
  taxpayerNumber: Type.String(),
  audiences: Type.Array(Audience),
  industry: Type.Union([Type.String(), Type.Null()]),
  /** Masked like 138****0000 for everyone but its owner; null where none is on record. */
  phone: Type.Union([Type.String(), Type.Null()]),
})
export type TaxpayerProfile = Static<typeof TaxpayerProfile>

export const AgentProfile = Type.Object({
  /** What the taxpayer sees: 坐席 1001 号. */
  number: Type.String(),
  skillGroups: Type.Array(SkillGroupId),
  /** Conversations at once. */
  capacity: Type.Integer({ minimum: 1, maximum: 50 }),
})
export type AgentProfile = Static<typeof AgentProfile>

export const Person = Type.Object({
  id: PersonId,
  role: Type.Unsafe<Role>(Role),
  name: Type.String(),
  officeId: OfficeId,
  officeName: Type.String(),
  taxpayer: Type.Union([TaxpayerProfile, Type.Null()]),
  agent: Type.Union([AgentProfile, Type.Null()]),
})
export type Person = Static<typeof Person>

/** A name as an example of it is shown: enough to tell a firm from a person, not who it is. */
export function maskName(name: string): string {
  const signs = Array.from(name)
  const shown = signs.length <= 4 ? 1 : 2
  const tail = signs.length <= 4 ? 0 : 2
  return signs.slice(0, shown).join('') + '*'.repeat(Math.max(signs.length - shown - tail, 1)) + signs.slice(signs.length - tail).join('')
}

/** 纳税人识别号 and telephone as others see them: head and tail only. */
export function maskNumber(number: string): string {
  if (number.length <= 7) return '*'.repeat(number.length)
  return number.slice(0, 3) + '*'.repeat(number.length - 7) + number.slice(-4)
}
