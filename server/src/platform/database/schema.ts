// The tables, as Kysely sees them. Times are milliseconds since 1970; JSON is text, parsed where it is read.
import type { Generated } from 'kysely'
import type { AppointmentOrigin, AppointmentState, AppointmentWay, InteractionState } from '@zhengna/contract/domain/appointment.ts'
import type { AuditKind } from '@zhengna/contract/domain/audit.ts'
import type { AppointmentStepKind } from '@zhengna/contract/domain/appointment-record.ts'
import type { AttachmentExtension } from '@zhengna/contract/domain/attachment.ts'
import type { AttachmentUse } from '@zhengna/contract/domain/attachment-use.ts'
import type { Ender, HandOverReason, QueueReason, RatingOutcome, Stage } from '@zhengna/contract/domain/conversation.ts'
import type { Decision } from '@zhengna/contract/domain/answer.ts'
import type { FailureKind, GapState } from '@zhengna/contract/domain/gap.ts'
import type { QuestionOrigin } from '@zhengna/contract/domain/question-origin.ts'
import type { HarassmentAction, HarassmentCondition } from '@zhengna/contract/domain/harassment.ts'
import type { InterceptionStepKind } from '@zhengna/contract/domain/interception.ts'
import type { LeaveMessageStepKind } from '@zhengna/contract/domain/leave-message-record.ts'
import type { LeaveMessageState, LeaveMessageType, ResultWay } from '@zhengna/contract/domain/leave-message.ts'
import type { ConceptRole } from '@zhengna/contract/domain/lexicon.ts'
import type { Author } from '@zhengna/contract/domain/message.ts'
import type { NoticeKind, NoticeSubject } from '@zhengna/contract/domain/notice.ts'
import type { PushEvent, PushState } from '@zhengna/contract/domain/push.ts'
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import type { Role } from '@zhengna/contract/domain/person.ts'
import type { Presence, PresenceReason } from '@zhengna/contract/domain/presence.ts'
import type { AssignmentWhy, CallOutcome, EstimateOutcome, OfferOutcome, SkipReason, TicketState } from '@zhengna/contract/domain/queue.ts'
import type { RevisionState } from '@zhengna/contract/domain/revision.ts'
import type { GuardAction, GuardDirection, SensitiveCategory, SensitiveDirection } from '@zhengna/contract/domain/sensitive-word.ts'
import type { SmsState, SmsTemplate } from '@zhengna/contract/domain/sms.ts'
import type { TransferState } from '@zhengna/contract/domain/transfer.ts'
import type { VoteReason } from '@zhengna/contract/domain/vote.ts'
import type { WorkOrderStepKind } from '@zhengna/contract/domain/work-order-record.ts'
import type { WorkOrderState } from '@zhengna/contract/domain/work-order.ts'
import type { SheetOrigin, SheetStepKind } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { MaterialState, SheetState } from '@zhengna/contract/domain/confirmation-sheet.ts'
import type {
  AppointmentId,
  ArticleId,
  AttachmentId,
  ConceptId,
  ConfirmationSheetId,
  ConversationId,
  InterceptionId,
  LeaveMessageId,
  MessageId,
  NoticeId,
  OfficeId,
  PersonId,
  PushId,
  SensitiveWordId,
  SheetTemplateId,
  SkillGroupId,
  TicketId,
  TransferId,
  TopicId,
  WhisperId,
  WorkOrderId,
} from '@zhengna/contract/ids.ts'

export interface Schema {
  offices: { id: OfficeId; name: string }
  skill_groups: { id: SkillGroupId; name: string }
  people: {
    id: PersonId
    account: string
    password_hash: string
    role: Role
    name: string
    office_id: OfficeId
    /** TaxpayerProfile with the full number and phone, or null. */
    taxpayer: string | null
    agent_number: string | null
    agent_skill_groups: string | null
    agent_capacity: number | null
    /** What the agent set; offline is never stored. */
    presence: Exclude<Presence, 'offline'>
    presence_at: Generated<number>
    /** Why the server set it; null where the agent did. */
    presence_reason: PresenceReason | null
    /** null: may sign in. */
    disabled_at: number | null
    /** 1: the password is the one an administrator was shown. */
    must_change_password: Generated<number>
    /** At the console. */
    signed_in_at: number | null
    /** Raised with every change by an administrator. */
    account_revision: Generated<number>
  }
  harassment_policies: HarassmentPolicyTable
  harassment_recents: { person_id: PersonId; /** The last ones, JSON. */ messages: string }
  interceptions: InterceptionTable
  /** 耳语 of supervisors to whoever serves. */
  whispers: { id: WhisperId; conversation_id: ConversationId; by_id: PersonId; at: number; text: string }
  interception_steps: InterceptionStepTable
  sessions: {
    id: string
    person_id: PersonId
    refresh_hash: string
    used_hash: string | null
    used_at: number | null
    replayed_hash: string | null
    expires_at: number
  }
  sign_in_failures: { account: string; at: number }
  audit_entries: AuditEntryTable
  /** `edited_by` null: as the program brought it, and following the program. A removed one keeps its row, so that the program does not bring it back. */
  topics: {
    id: TopicId
    name: string
    summary: string
    position: number
    edited_by: Generated<PersonId | null>
    is_removed: Generated<number>
  }
  article_revisions: ArticleRevisionTable
  knowledge_log: { revision: number; kind: KnowledgeKind; id: string; at: number }
  /** As topics: `edited_by`, `is_removed`. `names` is JSON. */
  concepts: {
    id: ConceptId
    role: ConceptRole
    names: string
    position: number
    edited_by: PersonId | null
    is_removed: Generated<number>
  }
  /** The rest of the lexicon, each part whole as JSON. */
  lexicon_parts: { name: LexiconPart; content: string; edited_by: PersonId | null }
  conversations: ConversationTable
  messages: MessageTable
  tickets: {
    id: TicketId
    conversation_id: ConversationId
    taxpayer_id: PersonId
    office_id: OfficeId
    skill_group_id: SkillGroupId
    priority: number
    enqueued_at: number
    reason: QueueReason
    state: TicketState
    closed_at: number | null
    /** 1: 轮到我时叫我. */
    calls_back: Generated<number>
    /** How often they were called and did not answer. */
    unanswered: Generated<number>
    /** Others go first until then. */
    passed_until: Generated<number>
    /** Since when no window of theirs is open; null while one is. */
    away_since: number | null
    /** When a server last had a line of theirs. */
    seen_at: Generated<number>
    /** Who served them and was gone for too long; null where nobody did. */
    dropped_agent_id: PersonId | null
  }
  /** Every offer to an agent with what became of it; `outcome` null while it stands. */
  ticket_offers: {
    id: string
    ticket_id: TicketId
    agent_id: PersonId
    why: AssignmentWhy
    at: number
    ends_at: number
    outcome: OfferOutcome | null
    ended_at: number | null
  }
  /** Every 转接 with what became of it. */
  transfers: {
    id: TransferId
    conversation_id: ConversationId
    office_id: OfficeId
    from_agent_id: PersonId
    /** Who is asked, or was last. */
    to_agent_id: PersonId
    /** null: to that agent by name. */
    to_group_id: SkillGroupId | null
    /** All who were asked, JSON. */
    asked_ids: string
    note: string
    /** Said as it was declined. */
    reason: string
    state: TransferState
    at: number
    ends_at: number
    ended_at: number | null
  }
  /** Who was passed by for whom, and why. */
  ticket_skips: { position: Generated<number>; ticket_id: TicketId; for_ticket_id: TicketId; reason: SkipReason; at: number }
  /** What was told about how long it takes as somebody joined, and what came of it. `high_ms` null: nothing was told. */
  wait_estimates: {
    ticket_id: TicketId
    office_id: OfficeId
    skill_group_id: SkillGroupId
    at: number
    ahead: number
    /** 1: an agent was free for them as they came. */
    is_free: number
    base_ms: number | null
    low_ms: number | null
    high_ms: number | null
    outcome: EstimateOutcome | null
    /** null where nobody served them. */
    waited_ms: number | null
    closed_at: number | null
  }
  /** Every call with what became of it; `outcome` null while it rings. */
  ticket_calls: {
    id: string
    ticket_id: TicketId
    agent_id: PersonId
    at: number
    ends_at: number
    outcome: CallOutcome | null
    ended_at: number | null
  }
  /** The program's own marks. */
  settings: { name: string; value: string }
  /** What administrators set, JSON; `value` null: they brought the default back. Without a row: as it always was. */
  setting_values: { name: string; value: string | null; changed_by: PersonId; changed_at: number }
  given_answers: GivenAnswerTable
  votes: VoteTable
  notices: NoticeTable
  pushes: PushTable
  /** What was done with a push; `by_id` null: by the system. */
  push_steps: { position: Generated<number>; push_id: PushId; at: number; event: PushEvent; by_id: PersonId | null; text: string }
  /** 纳税人标签: what the tax side files a taxpayer under. */
  taxpayer_tags: { person_id: PersonId; tag: string }
  favourites: FavouriteTable
  /** Tiles of 快捷入口 that a taxpayer wants to be shown. `ids` is JSON, in order. */
  shortcut_choices: { person_id: PersonId; ids: string; chosen_at: number }
  records: RecordTable
  gaps: {
    id: MessageId
    /** Of its first question's record. */
    position: number
    /** That question: what others are held against. */
    question: string
    state: GapState
    article_id: ArticleId | null
    changed_by: PersonId | null
    changed_at: number | null
  }
  guard_words: GuardWordTable
  /** What administrators set; a category without a row has the program's own. */
  guard_policies: { category: SensitiveCategory; action: GuardAction; replacement: string; changed_by: PersonId; changed_at: number }
  guard_hits: GuardHitTable
  /** The last number given of a kind of record on a day. */
  number_series: { prefix: string; day: string; last: number }
  sms_messages: SmsTable
  attachments: AttachmentTable
  /** Contents that are kept, or about to be; one that no attachment has is removed some time after it was claimed last. */
  attachment_blobs: { sha256: string; claimed_at: number }
  leave_messages: LeaveMessageTable
  leave_message_steps: StepTable<LeaveMessageStepKind> & { leave_message_id: LeaveMessageId }
  work_orders: WorkOrderTable
  work_order_steps: StepTable<WorkOrderStepKind> & { work_order_id: WorkOrderId }
  /** What administrators said of single days; the rest is the official calendar's. */
  calendar_days: { day: string; is_working: number; note: string; changed_by: PersonId; changed_at: number }
  /** `shifts` is JSON: a list of seven, Monday first, or one list for all of them; an office without a row has the program's own. */
  office_hours: { office_id: OfficeId; shifts: string; changed_by: PersonId; changed_at: number }
  /** A pair without a row has what the setting says. */
  slot_capacities: { office_id: OfficeId; service_type: SkillGroupId; capacity: number; changed_by: PersonId; changed_at: number }
  appointments: AppointmentTable
  appointment_steps: AppointmentStepTable
  /** How many places of a half hour are taken: by appointments, and by those it is held for. Without a row: none. */
  slots: { office_id: OfficeId; service_type: SkillGroupId; starts_at: number; taken: number }
  slot_waits: SlotWaitTable
  /** The last sign of life of a store's servers. */
  pulses: { name: string; at: number }
  /** When no server of this store was at work, or (with `declared_by`) an administrator says that nobody can be served. */
  outages: { started_at: number; ended_at: number; note: Generated<string>; declared_by: Generated<PersonId | null> }
  calendar_changes: CalendarChangeTable
  /** Which half hours of a taxpayer are spoken for: by an appointment that is open. */
  slot_claims: { taxpayer_id: PersonId; starts_at: number; appointment_id: AppointmentId }
  confirmation_sheets: ConfirmationSheetTable
  confirmation_sheet_materials: ConfirmationSheetMaterialTable
  confirmation_sheet_steps: ConfirmationSheetStepTable
  /** What an office keeps; under the id of one of the program's it stands in its place. `materials` is JSON. */
  sheet_templates: {
    office_id: OfficeId
    id: SheetTemplateId
    matter: string
    materials: string
    changed_by: PersonId
    changed_at: number
  }
}

export interface ConfirmationSheetTable {
  id: ConfirmationSheetId
  number: string
  origin_kind: SheetOrigin['kind']
  /** Of the conversation, leave-message or work order. */
  origin_id: SheetOrigin['id']
  taxpayer_id: PersonId
  /** As on the day it was sent. */
  taxpayer_name: string
  taxpayer_number: string
  office_id: OfficeId
  sent_by: PersonId
  matter: string
  state: SheetState
  due_at: number
  /** Told that it is due soon; null again when it is asked anew. */
  reminded_at: number | null
  created_at: number
  changed_at: number
  /** platform/database/worklist-order.ts */
  desk_order: number
  /** Grows with every change: what a change was decided on. */
  revision: number
}

export interface ConfirmationSheetMaterialTable {
  sheet_id: ConfirmationSheetId
  place: number
  name: string
  note: string
  is_required: number
  state: MaterialState
  /** How often it was handed in: its files are attached to sheet, place and round. */
  round: number
  reason: string
  /** Who judged it last. */
  judged_by: PersonId | null
}

export interface ConfirmationSheetStepTable {
  id: string
  sheet_id: ConfirmationSheetId
  at: number
  kind: SheetStepKind
  /** null: the program. */
  person_id: PersonId | null
  agent_number: string | null
  material: string | null
  text: string
}

export interface AppointmentTable {
  id: AppointmentId
  number: string
  taxpayer_id: PersonId
  office_id: OfficeId
  origin: AppointmentOrigin
  service_type: SkillGroupId
  way: AppointmentWay
  starts_at: number
  matter: string
  /** null where the way is online. */
  phone: string | null
  state: AppointmentState
  interaction: InteractionState | null
  /** 1: something can become of it yet. */
  is_open: number
  /** Who proposed it, then who invites. */
  agent_id: PersonId | null
  conversation_id: ConversationId | null
  created_at: number
  changed_at: number
  /** When its time was last agreed on: no reminder is owed that was due before. */
  settled_at: number
  /** The last reminder of this time: so many minutes before it. */
  reminded_minutes: Generated<number | null>
  /** When an agent's no-show was made up for by a better place in the queue. */
  made_up_at: Generated<number | null>
  /** When it was asked how the talk by telephone ended; null: it was not, or needed not to be. */
  end_asked_at: Generated<number | null>
}

/** What administrators changed of the service hours, in words; `office_id` null: of all offices. */
export interface CalendarChangeTable {
  position: Generated<number>
  at: number
  changed_by: PersonId
  office_id: OfficeId | null
  what: string
  before: string
  after: string
}

export interface AppointmentStepTable {
  position: Generated<number>
  appointment_id: AppointmentId
  at: number
  kind: AppointmentStepKind
  /** null: the taxpayer, or the system. */
  agent_id: PersonId | null
  text: string
}

/** Somebody who waits for a full half hour, in the order of `id`. */
export interface SlotWaitTable {
  office_id: OfficeId
  service_type: SkillGroupId
  starts_at: number
  taxpayer_id: PersonId
  id: string
  asked_at: number
  /** Until when a place is held for them; null: none is. */
  offered_until: number | null
}

/** `changed_by` null: as the program brought it, and following the program. A removed one keeps its row, so that it does not come back. */
export interface GuardWordTable {
  id: SensitiveWordId
  word: string
  category: SensitiveCategory
  direction: SensitiveDirection
  /** null: its category's. */
  action: GuardAction | null
  replacement: string
  /** JSON. */
  exceptions: string
  note: string
  is_enabled: number
  is_removed: Generated<number>
  changed_by: PersonId | null
  changed_at: number | null
}

/** A word met in one text, however often. Nothing of the text is kept. */
export interface GuardHitTable {
  position: Generated<number>
  at: number
  direction: GuardDirection
  category: SensitiveCategory
  word_id: SensitiveWordId
  /** Its label then: words change and go. */
  word: string
  action: GuardAction
  /** 1: its author was asked and sent it all the same. */
  is_confirmed: number
  hits: number
  /** null: refused before there was one. */
  conversation_id: ConversationId | null
  /** Whose text it was; null: an answer of the knowledge base. */
  person_id: PersonId | null
}

/** What a row of the log is about: an article (`id`), or all topics, the lexicon, the settings of answering. */
export type KnowledgeKind = 'article' | 'topics' | 'lexicon' | 'settings'
export type LexiconPart = 'facets' | 'anchors' | 'elsewhere' | 'vague' | 'dialect'

export interface ArticleRevisionTable {
  article_id: ArticleId
  version: number
  state: RevisionState
  topic_id: TopicId
  /** Of the content, to be looked for. */
  question: string
  search_text: string
  /** ArticleContent, JSON. */
  content: string
  /** Null for what came with the program. */
  author_id: PersonId | null
  /** All who saved it, JSON. */
  authors: Generated<string>
  reviewer_id: Generated<PersonId | null>
  /** Who made the last change of any kind. */
  changed_by: PersonId | null
  /** Who let it expire. */
  ended_by: Generated<PersonId | null>
  created_at: number
  submitted_at: Generated<number | null>
  reviewed_at: Generated<number | null>
  publish_at: Generated<number | null>
  published_at: Generated<number | null>
  ended_at: Generated<number | null>
  change_note: Generated<string>
  is_substantive: Generated<number>
  remark: Generated<string>
  lock: Generated<number>
}

/** A question that the bot answered. Who asked is known through the conversation alone. */
export interface RecordTable {
  /** In the order of storing. */
  position: Generated<number>
  message_id: MessageId
  answer_id: MessageId
  conversation_id: ConversationId
  at: number
  /** Of whoever asked, JSON. */
  audiences: string
  industry: string | null
  office_id: OfficeId
  /** Long numbers masked. */
  question: string
  origin: QuestionOrigin
  decision: Decision
  /** What was answered or picked. */
  article_id: ArticleId | null
  article_version: number | null
  topic_id: TopicId | null
  /** Of the first article found: that it is the answer. */
  probability: number | null
  /** What the knowledge base owes: null where it was answered, or one of the options it offered was picked and answered. */
  failure: FailureKind | null
  /** Why its answer was 无用; 'useful' for 有用. */
  vote: VoteReason | 'useful' | null
  vote_remark: string | null
  gap_id: MessageId | null
}

export interface ConversationTable {
  id: ConversationId
  ordinal: number
  taxpayer_id: PersonId
  office_id: OfficeId
  skill_group_id: SkillGroupId
  stage: Stage
  revision: Generated<number>
  last_seq: Generated<number>
  taxpayer_read_seq: Generated<number>
  office_read_seq: Generated<number>
  agent_id: PersonId | null
  hand_over_reason: HandOverReason | null
  /** 1: another agent is asked to take over. */
  is_transferring: Generated<number>
  /** Since when no window of the agent is open; null while one is. */
  agent_away_since: number | null
  /** When a server last had a line of the agent; 0: none since they serve. */
  agent_seen_at: Generated<number>
  opened_at: number
  served_at: number | null
  ended_at: number | null
  ended_by: Ender | null
  rating_state: 'none' | 'asked' | 'given'
  rating_outcome: RatingOutcome | null
  rating_remark: string | null
  rated_at: number | null
  /** The bot's dialogue state, JSON. */
  dialogue: string
}

export interface MessageTable {
  id: MessageId
  conversation_id: ConversationId
  seq: number
  author: Author
  author_id: PersonId | null
  at: number
  body: string
  /** 撤回; null: it stands. */
  retracted_at: number | null
}

/** Every answer of the knowledge base that a taxpayer was given. */
export interface GivenAnswerTable {
  message_id: MessageId
  article_id: ArticleId
  version: number
  taxpayer_id: PersonId
  conversation_id: ConversationId
  /** null: the bot. */
  agent_id: PersonId | null
  at: number
}

export interface VoteTable {
  message_id: MessageId
  conversation_id: ConversationId
  taxpayer_id: PersonId
  /** Of the answer's papers. */
  article_id: ArticleId | null
  version: number | null
  /** 1 or 0: SQLite has no booleans. */
  is_useful: number
  reason: VoteReason | null
  remark: string
  at: number
}

export interface NoticeTable {
  id: NoticeId
  person_id: PersonId
  kind: NoticeKind
  subject: NoticeSubject
  title: string
  text: string
  /** NoticeLink, JSON. */
  link: string | null
  at: number
  read_at: number | null
  dedupe_key: string
  withdrawn_at: Generated<number | null>
  /** The push it was told by. */
  push_id: Generated<PushId | null>
}

/** `office_id` null: an administrator’s, of all offices. */
/** 审计日志. Names are as they were when it was written; '' where there is nobody or nothing to name. */
export interface AuditEntryTable {
  /** Counted by the writer within its transaction: a number that is missing was taken away. */
  seq: number
  at: number
  kind: AuditKind
  person_id: PersonId | null
  name: string
  account: string
  office_name: string
  subject: string
  before: string
  after: string
  /** The hash of the entry before it; '' for the first. */
  previous: string
  hash: string
}

export interface PushTable {
  id: PushId
  office_id: OfficeId | null
  created_by: PersonId
  kind: NoticeKind
  title: string
  text: string
  /** PushLink, JSON. */
  link: string | null
  /** PushAudience, JSON. */
  audience: string
  state: PushState
  send_at: number | null
  sent_at: number | null
  /** Counted when it began to go out. */
  addressed: Generated<number>
  told: Generated<number>
  read: Generated<number>
  /** Everybody up to this person was looked at: where sending goes on after a crash. */
  cursor: Generated<string>
  /** 1: there may be notices of it that are still to be withdrawn. */
  is_withdrawing: Generated<number>
  lock: number
  changed_at: number
}

/** Every answer that was ever kept, with its last toggle. */
export interface FavouriteTable {
  message_id: MessageId
  /** The message it answers. */
  question_id: MessageId
  person_id: PersonId
  /** 1 or 0. */
  is_kept: number
  /** When it was pressed, by the clock of that device, but never later than ours. */
  toggled_at: number
  /** null: kept no longer. */
  kept_at: number | null
  /** Counts all toggles of the person. */
  revision: number
  /** Favourite, JSON; null: kept no longer. */
  content: string | null
  /** Lower case. */
  search_text: string
}

export interface LeaveMessageTable {
  id: LeaveMessageId
  number: string
  taxpayer_id: PersonId
  /** As on the day of submitting. */
  taxpayer_name: string
  taxpayer_number: string
  office_id: OfficeId
  type: LeaveMessageType
  content: string
  result_way: ResultWay | null
  phone: string | null
  state: LeaveMessageState
  /** Who has it in hand, asked about it or answered it. */
  agent_id: PersonId | null
  created_at: number
  changed_at: number
  /** platform/database/worklist-order.ts */
  inbox_order: number
  /** Grows with every change: what a change was decided on. */
  revision: number
}

/** What was said or done with a record. */
export interface StepTable<Kind extends string> {
  id: string
  at: number
  kind: Kind
  /** null: the system. */
  person_id: PersonId | null
  /** What the taxpayer sees of an officer. */
  agent_number: string | null
  /** What everybody reads who may see the record. */
  text: string
  /** What officers alone read. */
  note: string
}

export interface WorkOrderTable {
  id: WorkOrderId
  number: string
  taxpayer_id: PersonId
  /** As on the day it was made. */
  taxpayer_name: string
  taxpayer_number: string
  leave_message_id: LeaveMessageId | null
  conversation_id: ConversationId | null
  title: string
  /** What is to be done; officers alone read it. */
  text: string
  state: WorkOrderState
  office_id: OfficeId
  assignee_id: PersonId | null
  opened_by: PersonId
  due_at: number | null
  result: string | null
  created_at: number
  changed_at: number
  reminded_at: number | null
  escalated_at: number | null
  /** platform/database/worklist-order.ts */
  desk_order: number
  /** Grows with every change: what a change was decided on. */
  revision: number
}

export interface SmsTable {
  id: Generated<number>
  at: number
  phone: string
  template: SmsTemplate
  /** JSON. */
  template_values: string
  state: SmsState
  attempts: Generated<number>
  /** When it is tried next; while it is tried: when another server may. */
  due_at: number
  sent_at: Generated<number | null>
  problem: Generated<string>
  dedupe_key: string
}

/** A file on its way, whole, or attached to a record; `sha256` is null until it is whole and checked. */
export interface AttachmentTable {
  id: AttachmentId
  owner_id: PersonId
  name: string
  extension: AttachmentExtension
  size_bytes: number
  /** On the disk for certain: from here an upload goes on. */
  received_bytes: number
  sha256: string | null
  /** When anything last came. */
  touched_at: number
  /** null until it is submitted with a record; `place`: the order in which it was given. */
  record_kind: RecordPage | 'message' | null
  record_id: string | null
  place: number | null
  /** What may be uploaded is another list in a talk. */
  use: Generated<AttachmentUse>
  /** Of a talk's picture, once it is whole: what windows show. */
  display_sha256: Generated<string | null>
  display_bytes: Generated<number | null>
  display_width: Generated<number | null>
  display_height: Generated<number | null>
}

/** One version of 防骚扰 that was saved; the newest is in force. */
export interface HarassmentPolicyTable {
  revision: number
  /** HarassmentRule[], JSON. */
  rules: string
  /** What was changed, lines as JSON. */
  changes: string
  changed_by: PersonId
  changed_at: number
}

export interface InterceptionTable {
  id: InterceptionId
  number: string
  at: number
  person_id: PersonId
  office_id: OfficeId
  /** null: nothing of theirs was stored yet. */
  conversation_id: ConversationId | null
  condition: HarassmentCondition
  action: HarassmentAction
  /** null: it lasts no time. */
  until: number | null
  /** HarassmentRule as it was then, JSON. */
  rule: string
  /** InterceptedMessage[], JSON. */
  messages: string
  reported_by: PersonId | null
  remark: string
  lifted_at: number | null
}

export interface InterceptionStepTable {
  id: string
  interception_id: InterceptionId
  at: number
  kind: InterceptionStepKind
  person_id: PersonId
  reason: string
  until: number | null
}
