// Every setting of the program: what it means, what it may be, what it is when nobody set it. One definition for the server,
// the console's form and the documents.
import { Type, type Static } from 'typebox'

interface IntegerSetting {
  readonly kind: 'integer'
  readonly group: SettingGroup
  readonly label: string
  readonly meaning: string
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly default: number
}
interface TextSetting {
  readonly kind: 'text'
  readonly group: SettingGroup
  readonly label: string
  readonly meaning: string
  readonly maxLength: number
  readonly default: string
}
interface ChoiceSetting {
  readonly kind: 'choice'
  readonly group: SettingGroup
  readonly label: string
  readonly meaning: string
  /** Value and what it is called, in order. */
  readonly choices: Readonly<Record<string, string>>
  readonly default: string
}
export type SettingDefinition = IntegerSetting | TextSetting | ChoiceSetting

export const settingGroups = [
  'answering',
  'knowledge',
  'hand-over',
  'queue',
  'talk',
  'leave-messages',
  'appointments',
  'notices',
  'security',
] as const
export type SettingGroup = (typeof settingGroups)[number]
export const settingGroupLabels: Record<SettingGroup, string> = {
  answering: '智能应答',
  knowledge: '知识库',
  'hand-over': '转人工',
  queue: '人工排队',
  talk: '人工互动',
  'leave-messages': '留言和工单',
  appointments: '预约互动',
  notices: '消息通知',
  security: '安全',
}

export const settingDefinitions = {
  'answering.rounds-without-hit': {
    kind: 'integer',
    group: 'answering',
    label: '未命中轮数',
    meaning: '连续多少轮没有直接答案后，提示转人工。',
    unit: '轮',
    min: 1,
    max: 10,
    default: 3,
  },
  'answering.suggestions': {
    kind: 'integer',
    group: 'answering',
    label: '智能联想条数',
    meaning: '输入时最多显示多少个匹配的问题。',
    unit: '条',
    min: 1,
    max: 20,
    default: 8,
  },
  'answering.hot-words': {
    kind: 'integer',
    group: 'answering',
    label: '每批热词个数',
    meaning: '输入框上方一次显示多少个热词。',
    unit: '个',
    min: 1,
    max: 20,
    default: 6,
  },
  'answering.trend-refresh-minutes': {
    kind: 'integer',
    group: 'answering',
    label: '热词更新间隔',
    meaning: '每隔多久重新统计热词、热点推荐和问答套餐排行。',
    unit: '分钟',
    min: 1,
    max: 1440,
    default: 60,
  },
  'answering.trend-half-life-days': {
    kind: 'integer',
    group: 'answering',
    label: '热度半衰期',
    meaning: '一次咨询过多少天后，对热词和排行的影响减半。',
    unit: '天',
    min: 1,
    max: 180,
    default: 14,
  },
  'answering.recommended': {
    kind: 'integer',
    group: 'answering',
    label: '热点推荐条数',
    meaning: '热点推荐最多显示多少个问题。',
    unit: '条',
    min: 1,
    max: 30,
    default: 8,
  },
  'answering.embedding-folder': {
    kind: 'text',
    group: 'answering',
    label: '语义向量模型目录',
    meaning: '服务器上 ONNX 模型所在的目录（含 model.onnx 和 tokenizer.json）；留空则不使用。重启服务后生效。',
    maxLength: 400,
    default: '',
  },
  'knowledge.recall-days': {
    kind: 'integer',
    group: 'knowledge',
    label: '答复召回范围',
    meaning: '答案发生实质变更时，向多少天内收到过旧答案的纳税人发送更正提示。',
    unit: '天',
    min: 1,
    max: 1825,
    default: 365,
  },
  'hand-over.emotion': {
    kind: 'choice',
    group: 'hand-over',
    label: '情绪激动时',
    meaning: '纳税人的话情绪激动时，智能应答怎样做。',
    choices: { soothe: '只安抚', offer: '安抚并提示转人工', 'hand-over': '安抚并直接转人工' },
    default: 'offer',
  },
  'hand-over.emotion-times': {
    kind: 'integer',
    group: 'hand-over',
    label: '情绪激动条数',
    meaning: '连续多少条消息情绪激动，才提示或直接转人工。',
    unit: '条',
    min: 1,
    max: 5,
    default: 1,
  },
  'hand-over.no-answer': {
    kind: 'choice',
    group: 'hand-over',
    label: '没有答案时',
    meaning: '智能应答没有答案时，提示转人工，还是达到次数后直接转人工。',
    choices: { offer: '提示转人工', 'hand-over': '直接转人工' },
    default: 'offer',
  },
  'hand-over.no-answer-times': {
    kind: 'integer',
    group: 'hand-over',
    label: '没有答案次数',
    meaning: '连续多少次没有答案，直接转人工；仅在选择直接转人工时有效。',
    unit: '次',
    min: 1,
    max: 10,
    default: 2,
  },
  'hand-over.rounds': {
    kind: 'choice',
    group: 'hand-over',
    label: '多轮未解决时',
    meaning: '连续未命中轮数达到上限时，提示转人工，还是直接转人工。',
    choices: { offer: '提示转人工', 'hand-over': '直接转人工' },
    default: 'offer',
  },
  'hand-over.unsolved': {
    kind: 'choice',
    group: 'hand-over',
    label: '反馈未解决时',
    meaning: '纳税人对答案点“无用”后，提示转人工，还是达到次数后直接转人工。',
    choices: { offer: '提示转人工', 'hand-over': '直接转人工' },
    default: 'offer',
  },
  'hand-over.unsolved-votes': {
    kind: 'integer',
    group: 'hand-over',
    label: '反馈未解决次数',
    meaning: '同一会话中多少个答案被点“无用”，直接转人工；仅在选择直接转人工时有效。',
    unit: '个',
    min: 1,
    max: 10,
    default: 2,
  },
  'queue.assignment': {
    kind: 'choice',
    group: 'queue',
    label: '接入方式',
    meaning: '坐席怎样得到下一位纳税人：由坐席点“呼叫”，或由系统按顺序分配给示闲的坐席。',
    choices: { manual: '坐席呼叫', automatic: '自动分配' },
    default: 'manual',
  },
  'queue.accept-seconds': {
    kind: 'integer',
    group: 'queue',
    label: '接待等待时长',
    meaning: '自动分配后，坐席多久没有接待，改派给下一位坐席。',
    unit: '秒',
    min: 10,
    max: 300,
    default: 30,
  },
  'queue.lapse-limit': {
    kind: 'integer',
    group: 'queue',
    label: '未接待次数上限',
    meaning: '坐席连续多少次没有接待分配给自己的纳税人后，自动转为示忙。',
    unit: '次',
    min: 1,
    max: 10,
    default: 2,
  },
  'queue.overflow-minutes': {
    kind: 'integer',
    group: 'queue',
    label: '跨组支援等待',
    meaning: '纳税人等待多久后，本机构其他技能组的示闲坐席也可以分配到。',
    unit: '分钟',
    min: 1,
    max: 120,
    default: 5,
  },
  'queue.sticky-days': {
    kind: 'integer',
    group: 'queue',
    label: '优先原坐席',
    meaning: '纳税人多少天内由哪位坐席服务过，该坐席示闲时优先分配给他；0 表示不优先。',
    unit: '天',
    min: 0,
    max: 90,
    default: 7,
  },
  'queue.grace-minutes': {
    kind: 'integer',
    group: 'queue',
    label: '离开保留时长',
    meaning: '排队的纳税人关闭窗口、断网或休眠后，排队位置保留多久。',
    unit: '分钟',
    min: 1,
    max: 60,
    default: 5,
  },
  'queue.drop-seconds': {
    kind: 'integer',
    group: 'queue',
    label: '坐席中断等待时长',
    meaning: '坐席断网、程序异常退出或退出登录后，等待其恢复多久；超过后，其正在接待的纳税人排到本组最前面，由其他坐席接待。',
    unit: '秒',
    min: 20,
    max: 600,
    default: 60,
  },
  'queue.estimate-percent': {
    kind: 'integer',
    group: 'queue',
    label: '预计等候准确率下限',
    meaning: '最近的预计等候时间有百分之多少与实际相符，才向纳税人显示；低于此值时暂不显示。',
    unit: '%',
    min: 0,
    max: 100,
    default: 60,
  },
  'queue.offer-minutes': {
    kind: 'integer',
    group: 'queue',
    label: '排队超时',
    meaning: '排队多久仍未接入时，主动提示留言、预约等其他办法。',
    unit: '分钟',
    min: 1,
    max: 120,
    default: 5,
  },
  'queue.call-seconds': {
    kind: 'integer',
    group: 'queue',
    label: '叫号等待时长',
    meaning: '纳税人选择“轮到我时叫我”后，叫号多久无人接听视为未接听。',
    unit: '秒',
    min: 15,
    max: 300,
    default: 60,
  },
  'queue.call-limit': {
    kind: 'integer',
    group: 'queue',
    label: '叫号次数上限',
    meaning: '叫号多少次仍未接听或被推迟后，退出排队。',
    unit: '次',
    min: 1,
    max: 10,
    default: 3,
  },
  'queue.passed-minutes': {
    kind: 'integer',
    group: 'queue',
    label: '过号等待时长',
    meaning: '叫号未接听或被推迟后，多久之内先为后面的纳税人服务。',
    unit: '分钟',
    min: 1,
    max: 60,
    default: 3,
  },
  'talk.typing-preview': {
    kind: 'choice',
    group: 'talk',
    label: '输入预览',
    meaning: '人工互动中，坐席能否看到纳税人正在输入、尚未发送的文字；纳税人端会写明。改后对新打开的窗口生效。',
    choices: { on: '坐席可以看到', off: '只显示正在输入' },
    default: 'on',
  },
  'leave-messages.content-min-length': {
    kind: 'integer',
    group: 'leave-messages',
    label: '留言内容最少字数',
    meaning: '留言内容不得少于多少个字，空格和换行不计。',
    unit: '个',
    min: 1,
    max: 500,
    default: 10,
  },
  'work-orders.reminder-minutes': {
    kind: 'integer',
    group: 'leave-messages',
    label: '工单到期提醒',
    meaning: '工单到期前还剩多少工作时间时，提醒处理人。',
    unit: '分钟',
    min: 5,
    max: 4800,
    default: 60,
  },
  'appointments.days-ahead': {
    kind: 'integer',
    group: 'appointments',
    label: '可预约工作日数',
    meaning: '纳税人可以预约从今天起多少个工作日内的时间段。',
    unit: '个工作日',
    min: 1,
    max: 60,
    default: 10,
  },
  'appointments.slot-capacity': {
    kind: 'integer',
    group: 'appointments',
    label: '每个时间段的预约数',
    meaning: '每个半小时、每类服务可以预约多少个；办公日历中单独设置的机构和服务除外。',
    unit: '个',
    min: 1,
    max: 1000,
    default: 2,
  },
  'notices.reminder-minutes': {
    kind: 'integer',
    group: 'notices',
    label: '待办提醒间隔',
    meaning: '纳税人有未读的待办提醒、又不在本程序窗口前时，每隔多久用桌面通知提醒一次；0 表示不用桌面通知提醒。',
    unit: '分钟',
    min: 0,
    max: 1440,
    default: 10,
  },
  'audit.retention-days': {
    kind: 'integer',
    group: 'security',
    label: '审计日志保存天数',
    meaning: '审计日志保存多少天，到期的按天清理，清理也记入日志。法律要求网络日志至少保存六个月。',
    unit: '天',
    min: 183,
    max: 3650,
    default: 1095,
  },
} as const satisfies Record<string, SettingDefinition>

export type SettingName = keyof typeof settingDefinitions
/** Of several names: what any of them may have. */
export type SettingValue<N extends SettingName> = N extends SettingName ? ValueOf<(typeof settingDefinitions)[N]> : never
type ValueOf<D extends SettingDefinition> = D extends { readonly kind: 'integer' }
  ? number
  : D extends { readonly choices: infer C }
    ? keyof C
    : string
export type SettingValues = { readonly [N in SettingName]: SettingValue<N> }

export const settingNames = Object.keys(settingDefinitions) as SettingName[]
export const SettingName = Type.Unsafe<SettingName>(Type.Union(settingNames.map((name) => Type.Literal(name))))

/** A value for a setting, tidied and checked against its definition; null where it does not fit. */
export function readSetting<N extends SettingName>(name: N, value: unknown): SettingValue<N> | null {
  const definition: SettingDefinition = settingDefinitions[name]
  return read(value, definition) as SettingValue<N> | null
}

function read(value: unknown, definition: SettingDefinition): string | number | null {
  switch (definition.kind) {
    case 'text':
      return readText(value, definition)
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(definition.choices, value) ? value : null
    case 'integer':
      return readInteger(value, definition)
  }
}

/** One line: a path with a line break in it is a slip of whoever pasted it. */
function readText(value: unknown, { maxLength }: TextSetting): string | null {
  const text = typeof value === 'string' ? value.trim() : null
  return text !== null && text.length <= maxLength && !/\p{Cc}/u.test(text) ? text : null
}

function readInteger(value: unknown, { min, max }: IntegerSetting): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : null
}

/** What a setting may be, in words: 「1–10 轮」. */
export function settingRange(name: SettingName): string {
  const definition: SettingDefinition = settingDefinitions[name]
  if (definition.kind === 'choice') return Object.values(definition.choices).join('、')
  if (definition.kind === 'text') return `最多 ${definition.maxLength} 个字，不能换行`
  return `${definition.min}–${definition.max} ${definition.unit}`
}

/** A value as people read it: 「3 轮」, 「自动分配」. */
export function settingInWords(name: SettingName, value: string | number): string {
  const definition: SettingDefinition = settingDefinitions[name]
  if (definition.kind === 'integer') return `${value} ${definition.unit}`
  if (definition.kind === 'choice') return definition.choices[String(value)] ?? String(value)
  return value === '' ? '（空）' : String(value)
}

export const defaultSettingValues = Object.fromEntries(
  settingNames.map((name) => [name, settingDefinitions[name].default]),
) as unknown as SettingValues

/** A setting as the console shows it. */
export const SettingState = Type.Object({
  name: SettingName,
  value: Type.Union([Type.Integer(), Type.String()]),
  changedBy: Type.Union([Type.String(), Type.Null()]),
  changedAt: Type.Union([Type.Integer(), Type.Null()]),
})
export type SettingState = Static<typeof SettingState>
