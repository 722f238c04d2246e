// What the taxpayer is told of their confirmation sheet.
import { dueDayOf } from '@zhengna/contract/domain/sheet-due.ts'
import type { Writing } from '../guard/index.ts'
import type { Announcement, Notices } from '../notices/index.ts'
import type { SheetRow } from './sheets.store.ts'

type Occasion = 'sent' | 'returned' | 'confirmed' | 'withdrawn' | 'due-soon' | 'lapsed'

const words: Record<
  Occasion,
  Pick<Announcement, 'kind' | 'subject' | 'title'> & { text: (count: number, dueDay: string) => string; label: string }
> = {
  sent: {
    kind: 'todo',
    subject: 'sheet-sent',
    title: '请上传业务办理材料',
    text: (count, dueDay) => `税务人员向您发送了业务办理服务确认单，共 ${count} 份材料，请于 ${dueDay} 前（含当日）逐份上传后提交。`,
    label: '上传材料',
  },
  returned: {
    kind: 'todo',
    subject: 'sheet-returned',
    title: '请补正业务办理材料',
    text: (count, dueDay) => `您提交的材料中有 ${count} 份被退回，请于 ${dueDay} 前（含当日）按退回原因重新上传；其余材料无需再传。`,
    label: '重新上传',
  },
  confirmed: {
    kind: 'info',
    subject: 'sheet-confirmed',
    title: '您的业务已办理确认',
    text: () => '您提交的材料已审核通过。',
    label: '查看确认单',
  },
  withdrawn: {
    kind: 'info',
    subject: 'sheet-withdrawn',
    title: '确认单已撤回',
    text: () => '税务人员撤回了业务办理服务确认单，无需再上传材料。',
    label: '查看确认单',
  },
  'due-soon': {
    kind: 'todo',
    subject: 'sheet-due-soon',
    title: '业务办理材料即将逾期',
    text: (_, dueDay) => `业务办理服务确认单的材料请于 ${dueDay} 前（含当日）提交，逾期后确认单失效。`,
    label: '上传材料',
  },
  lapsed: {
    kind: 'info',
    subject: 'sheet-lapsed',
    title: '确认单已逾期',
    text: (_, dueDay) => `材料未在 ${dueDay} 前提交，确认单已失效。如仍需办理，请再次咨询或留言。`,
    label: '查看确认单',
  },
}

/** `stepId`: of what happened; it is told once. `count`: of the materials it is about. */
export async function tellTaxpayer(
  { trx, after, now }: Pick<Writing, 'trx' | 'after' | 'now'>,
  notices: Pick<Notices, 'tell'>,
  row: SheetRow,
  occasion: Occasion,
  { stepId, count = 0 }: { stepId: string; count?: number },
): Promise<void> {
  const { title, text, label, ...rest } = words[occasion]
  const announcement: Announcement = {
    ...rest,
    title: `${title}（${row.number}）`,
    text: text(count, dueDayOf(row.due_at)),
    link: { label, page: 'confirmation-sheet', id: row.id },
    dedupeKey: `confirmation-sheet:${stepId}`,
  }
  await notices.tell(trx, after, [row.taxpayer_id], announcement, now)
}
