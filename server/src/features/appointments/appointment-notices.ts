// What a taxpayer is told of an appointment. Told in the transaction that changed it; nobody is told the same thing twice.
import type { NoticeKind, NoticeSubject } from '@zhengna/contract/domain/notice.ts'
import type { Changing } from './appointment-parts.ts'
import type { AppointmentRow } from './appointments.store.ts'
import { slotInWords } from './slot-words.ts'

interface Told {
  readonly kind: NoticeKind
  readonly subject: NoticeSubject
  readonly title: string
  readonly text: string
}

const way = ({ way }: AppointmentRow): string => (way === 'phone' ? '电话互动' : '线上互动')
const what = (row: AppointmentRow): string =>
  `${slotInWords(row.starts_at)}，${row.service_name}，${way(row)}，${row.office_name}（预约编号 ${row.number}）`
const howItBegins = (row: AppointmentRow): string =>
  row.way === 'phone' ? '请届时保持电话畅通。' : '请届时登录，税务人员将在该时间段内向您发起互动邀请。'

const told = {
  booked: (row) => ({
    kind: 'info',
    subject: 'appointment-booked',
    title: '预约成功',
    text: `您已预约：${what(row)}。${howItBegins(row)}`,
  }),
  proposed: (row) => ({
    kind: 'todo',
    subject: 'appointment-proposed',
    title: '税务机关邀请您预约互动',
    text: `税务人员提议：${what(row)}。请在该时间段开始前接受或拒绝，逾期未答复的，预约将失败。`,
  }),
  changed: (row) => ({ kind: 'info', subject: 'appointment-changed', title: '预约时间已变更', text: `您的预约已改为：${what(row)}。` }),
  cancelled: (row) => ({ kind: 'info', subject: 'appointment-changed', title: '预约已取消', text: `已取消预约：${what(row)}。` }),
  lapsed: (row) => ({
    kind: 'info',
    subject: 'appointment-changed',
    title: '预约邀请已失效',
    text: `您没有在开始前答复税务机关的预约邀请：${what(row)}。如仍需要互动，可以自行预约。`,
  }),
  invited: (row) => ({
    kind: 'todo',
    subject: 'appointment-invited',
    title: row.way === 'phone' ? '税务人员正在致电' : '税务人员邀请您开始互动',
    text: row.way === 'phone' ? `税务人员正就您的预约致电，请接听：${what(row)}。` : `请接受邀请，开始互动：${what(row)}。`,
  }),
  'taxpayer-missed': (row) => ({
    kind: 'info',
    subject: 'appointment-missed',
    title: '您未按预约参加互动',
    text: `税务人员已发起互动，您没有接受，预约记为纳税人失约：${what(row)}。如仍需要互动，请重新预约。`,
  }),
  'agent-missed': (row) => ({
    kind: 'info',
    subject: 'appointment-missed',
    title: '很抱歉，税务人员未按预约发起互动',
    text: `税务人员没有在约定的时间段内发起互动，我们为此向您致歉：${what(row)}。您在 7 天内转人工服务时将优先接入。`,
  }),
  voided: (row) => ({
    kind: 'info',
    subject: 'appointment-changed',
    title: '很抱歉，预约因服务中断取消',
    text: `约定的时间段内服务中断，预约未能进行，不记为失约，我们为此向您致歉：${what(row)}。请重新预约。`,
  }),
} as const satisfies Record<string, (row: AppointmentRow) => Told>

export type AppointmentNews = keyof typeof told

export function tellNews(changing: Changing, row: AppointmentRow, news: AppointmentNews): Promise<number> {
  // What may happen again to the same appointment is told again.
  const again = news === 'invited' || news === 'changed' ? `:${changing.now}` : ''
  return tell(changing, row, told[news](row), `${news}${again}`)
}

/** `minutes`: so long before it. */
export function tellReminder(changing: Changing, row: AppointmentRow, minutes: number): Promise<number> {
  const left = minutes >= 24 * 60 ? '一天' : minutes >= 60 ? '一小时' : `${minutes} 分钟`
  const text = `您的预约将在${left}内开始：${what(row)}。${howItBegins(row)}`
  return tell(changing, row, { kind: 'info', subject: 'appointment-reminder', title: '预约提醒', text }, `reminder-${minutes}`)
}

function tell({ trx, after, notices, now }: Changing, row: AppointmentRow, words: Told, name: string): Promise<number> {
  const link = { label: '查看预约', page: 'appointment' as const, id: row.id }
  return notices.tell(trx, after, [row.taxpayer_id], { ...words, link, dedupeKey: `appointment:${row.id}:${name}:${row.starts_at}` }, now)
}
