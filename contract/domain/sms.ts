// 短信: what is texted to a telephone, and what became of it.
//
//     held ──resend──▶ pending ──▶ sent
//                        │ ▲
//                        ▼ └─resend─┐
//                       failed ─────┘
//
// held: no gateway is configured, so that somebody has to send it by hand; nothing is dropped in silence.
import { Type, type Static } from 'typebox'

export const smsStates = ['held', 'pending', 'sent', 'failed'] as const
export type SmsState = (typeof smsStates)[number]
export const SmsState = Type.Unsafe<SmsState>(Type.Union(smsStates.map((state) => Type.Literal(state))))
export const smsStateLabels: Record<SmsState, string> = { held: '待人工发送', pending: '发送中', sent: '已发送', failed: '发送失败' }

/** Gateways know texts by their template; `{name}` is filled from the values. */
export const smsTemplates = {
  'leave-message-replied': '您的留言（编号 {number}）已有回复，请登录征纳互动，在“个人中心－我的留言”中查看。',
  'leave-message-asked': '您的留言（编号 {number}）需要补充材料或说明，请登录征纳互动，在“个人中心－我的留言”中处理。',
  'work-order-result': '您的工单（编号 {number}）已办结，请登录征纳互动查看办理结果。',
} as const
export type SmsTemplate = keyof typeof smsTemplates
export const SmsTemplate = Type.Unsafe<SmsTemplate>(
  Type.Union((Object.keys(smsTemplates) as SmsTemplate[]).map((template) => Type.Literal(template))),
)
export type SmsValues = Readonly<Record<string, string>>

export const smsText = (template: SmsTemplate, values: SmsValues): string =>
  smsTemplates[template].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

export const SmsMessage = Type.Object({
  id: Type.Integer(),
  at: Type.Integer(),
  /** Whole: whoever has to send it by hand needs it. */
  phone: Type.String(),
  text: Type.String(),
  state: SmsState,
  attempts: Type.Integer({ minimum: 0 }),
  sentAt: Type.Union([Type.Integer(), Type.Null()]),
  /** Why the last attempt failed, in the gateway's words; '' for none. */
  problem: Type.String(),
})
export type SmsMessage = Static<typeof SmsMessage>
