// What the taxpayer is told of their confirmation sheet.
import type { Notices } from '../notices/index.ts'
import type { Announcement } from '../notices/index.ts'
import type { Writing } from '../guard/index.ts'
import type { SheetRow } from './sheets.store.ts'

type Occasion = 'sent' | 'returned' | 'confirmed' | 'withdrawn'

const words: Record<Occasion, Pick<Announcement, 'kind' | 'subject' | 'title'> & { text: (count: number) => string; label: string }> = {
  sent: {
    kind: 'todo',
    subject: 'sheet-sent',
    title: '请上传业务办理材料',
    text: (count) => `税务人员向您发送了业务办理服务确认单，共 ${count} 份材料，请逐份上传后提交。`,
    label: '上传材料',
  },
  returned: {
    kind: 'todo',
    subject: 'sheet-returned',
    title: '请补正业务办理材料',
    text: (count) => `您提交的材料中有 ${count} 份被退回，请按退回原因重新上传；其余材料无需再传。`,
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
    text: text(count),
    link: { label, page: 'confirmation-sheet', id: row.id },
    dedupeKey: `confirmation-sheet:${stepId}`,
  }
  await notices.tell(trx, after, [row.taxpayer_id], announcement, now)
}
