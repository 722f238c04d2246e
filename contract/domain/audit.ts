// 审计日志: who signed in and who changed what. Entries are added, never changed; each carries the hash of the one before it.
import { Type, type Static } from 'typebox'

export const auditKinds = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'password',
  'account',
  'setting',
  'guard-word',
  'guard-policy',
  'harassment',
  'taxpayer-tag',
  'push',
  'calendar',
  'supervision',
  'cut',
] as const
export type AuditKind = (typeof auditKinds)[number]
export const AuditKind = Type.Unsafe<AuditKind>(Type.Union(auditKinds.map((kind) => Type.Literal(kind))))
export const auditKindLabels: Record<AuditKind, string> = {
  'sign-in': '登录',
  'sign-in-failed': '登录失败',
  'sign-out': '退出登录',
  password: '修改密码',
  account: '账号',
  setting: '参数设置',
  'guard-word': '敏感词',
  'guard-policy': '敏感词处置方式',
  harassment: '防骚扰规则',
  'taxpayer-tag': '纳税人标签',
  push: '精准推送',
  calendar: '服务时间',
  supervision: '会话监控',
  cut: '到期清理',
}

const Text = Type.String()
export const AuditEntry = Type.Object({
  /** Without gaps: 1 is the first that was ever written. */
  seq: Type.Integer({ minimum: 1 }),
  /** Milliseconds since 1970. */
  at: Type.Integer(),
  kind: AuditKind,
  /** As they were called then; '' for the system, and for whoever tried an account that does not exist. */
  name: Text,
  /** An account that does not exist is shortened: a password may have been typed there. */
  account: Text,
  officeName: Text,
  /** What it was done to, in words. */
  subject: Text,
  /** How it was and how it is now, in words; '' where that says nothing. */
  before: Text,
  after: Text,
})
export type AuditEntry = Static<typeof AuditEntry>

/** What came of reading the whole chain. */
export const AuditVerdict = Type.Object({
  checked: Type.Integer({ minimum: 0 }),
  /** The number of the newest entry, 0 for none: whoever notes it down sees when newer ones have gone. */
  lastSeq: Type.Integer({ minimum: 0 }),
  /** The first entry that is not as it was written, or before which one is missing. */
  brokenAt: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
})
export type AuditVerdict = Static<typeof AuditVerdict>
