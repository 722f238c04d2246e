// Branded ids: a conversation's id cannot be passed where a message's is meant.
// All are UUIDv7 (time-ordered, made by whoever creates the thing, so that a repeat can be recognised),
// but for accounts' people and offices, whose ids come from the register.
import { Type, type Static } from 'typebox'

type Brand<Name extends string> = Readonly<Record<`__${Name}`, true>>
const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'
const SLUG = '^[a-z0-9][a-z0-9-]{0,62}$'

const uuid = <Name extends string>(description: string) => Type.Unsafe<string & Brand<Name>>(Type.String({ pattern: UUID, description }))
const slug = <Name extends string>(description: string) =>
  Type.Unsafe<string & Brand<Name>>(Type.String({ pattern: SLUG, maxLength: 63, description }))

export const PersonId = slug<'Person'>('a taxpayer, agent, supervisor, editor or administrator')
export type PersonId = Static<typeof PersonId>
export const OfficeId = slug<'Office'>('a tax office (税务机构)')
export type OfficeId = Static<typeof OfficeId>
export const SkillGroupId = slug<'SkillGroup'>('a skill group (技能组)')
export type SkillGroupId = Static<typeof SkillGroupId>
export const ArticleId = slug<'Article'>('a knowledge article')
export type ArticleId = Static<typeof ArticleId>
export const TopicId = slug<'Topic'>('a topic pack (问答套餐)')
export type TopicId = Static<typeof TopicId>
export const ConceptId = slug<'Concept'>('a concept of the lexicon, or a facet')
export type ConceptId = Static<typeof ConceptId>
export const ShortcutId = slug<'Shortcut'>('a tile of 快捷入口')
export type ShortcutId = Static<typeof ShortcutId>
export const SensitiveWordId = slug<'SensitiveWord'>('a sensitive word (敏感词)')
export type SensitiveWordId = Static<typeof SensitiveWordId>
export const HarassmentRuleId = slug<'HarassmentRule'>('a rule of 防骚扰')
export type HarassmentRuleId = Static<typeof HarassmentRuleId>
export const InterceptionId = uuid<'Interception'>('an interception (拦截记录), UUIDv7')
export type InterceptionId = Static<typeof InterceptionId>
export const ConversationId = uuid<'Conversation'>('a conversation (会话), UUIDv7')
export type ConversationId = Static<typeof ConversationId>
export const MessageId = uuid<'Message'>('a message: the id its sender made, UUIDv7; sending it again returns the first result')
export type MessageId = Static<typeof MessageId>
export const TicketId = uuid<'Ticket'>('a place in the queue, UUIDv7')
export type TicketId = Static<typeof TicketId>
export const TransferId = uuid<'Transfer'>('a conversation handed from one agent to another (转接), UUIDv7')
export type TransferId = Static<typeof TransferId>
export const NoticeId = uuid<'Notice'>('a notice (待办提醒 or 消息提示), UUIDv7')
export type NoticeId = Static<typeof NoticeId>
export const AttachmentId = uuid<'Attachment'>('an attachment (附件材料): the id the uploading machine made, UUIDv7')
export type AttachmentId = Static<typeof AttachmentId>
export const AppointmentId = uuid<'Appointment'>(
  'an appointment (预约): the id its maker made, UUIDv7; submitting it again returns the first result',
)
export type AppointmentId = Static<typeof AppointmentId>
export const LeaveMessageId = uuid<'LeaveMessage'>(
  'a leave-message (留言): the id its author made, UUIDv7; submitting it again returns the first result',
)
export type LeaveMessageId = Static<typeof LeaveMessageId>
export const WhisperId = uuid<'Whisper'>('a whisper (耳语), UUIDv7')
export type WhisperId = Static<typeof WhisperId>
export const WorkOrderId = uuid<'WorkOrder'>('a work order (工单), UUIDv7')
export type WorkOrderId = Static<typeof WorkOrderId>
export const PushId = uuid<'Push'>('a push (精准推送): the id its author’s window made, UUIDv7; saving it again changes the same one')
export type PushId = Static<typeof PushId>
export const ConfirmationSheetId = uuid<'ConfirmationSheet'>(
  'a confirmation sheet (业务办理服务确认单): the id its sender made, UUIDv7; sending it again returns the first result',
)
export type ConfirmationSheetId = Static<typeof ConfirmationSheetId>
export const SheetTemplateId = slug<'SheetTemplate'>('a template of confirmation sheets')
export type SheetTemplateId = Static<typeof SheetTemplateId>
