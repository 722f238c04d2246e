import { workOrderStateLabels } from '@zhengna/contract/domain/work-order.ts'
import { latestWorkOrders, type WorkOrderRow } from '../work-orders/index.ts'
import type { Found, LookUp } from './look-up.ts'
import { momentInWords, verbatim } from './wording.ts'

const SHOWN_MAX = 3

export async function readWorkOrders({ db, now, asker }: LookUp): Promise<Found> {
  const { rows, total } = await latestWorkOrders(db, asker.personId, SHOWN_MAX)
  if (total === 0) return { text: '您没有工单。留言或咨询需要转办时，税务人员会为您建立工单。' }
  const lines = rows.map((row) => `- ${row.number}「${verbatim(row.title)}」：${standing(row, now)}`)
  return { text: `您有 ${total} 个工单${total > rows.length ? '，最近的几个' : ''}：\n\n${lines.join('\n')}` }
}

/** Whose desk it is on and by when; of a finished one when that was. */
function standing({ state, office_name, due_at, changed_at }: WorkOrderRow, now: number): string {
  const label = workOrderStateLabels[state]
  if (state === 'done') return `${label}（${momentInWords(changed_at, now)}）`
  const by = due_at === null ? '' : `，${momentInWords(due_at, now)} 前办结`
  return `${label}，由${office_name ?? '税务机构'}办理${by}${state === 'asked' ? '，请补充说明或材料' : ''}`
}
