import { appointmentStateLabels, appointmentWayLabels } from '@zhengna/contract/domain/appointment.ts'
import { slotInWords, upcomingOf } from '../appointments/index.ts'
import type { Found, LookUp } from './look-up.ts'
import { verbatim } from './wording.ts'

export async function readAppointments({ db, now, asker }: LookUp): Promise<Found> {
  const [next, ...later] = await upcomingOf(db, asker.personId, now)
  if (!next) return { text: '您没有即将进行的预约。需要预约时，请点击输入框上方的【预约】；以前的预约在个人中心的「我的预约」里。' }
  const more = later.length > 0 ? `之后还有 ${later.length} 个，见个人中心的「我的预约」。` : '详情见个人中心的「我的预约」。'
  const todo = next.state === 'proposed' ? '这是税务机关的邀请，请在开始前接受或拒绝。' : ''
  const way = `${verbatim(next.service_name)}，${appointmentWayLabels[next.way]}`
  return {
    text: `您的下一个预约：${slotInWords(next.starts_at)}，${way}，${appointmentStateLabels[next.state]}（预约编号 ${next.number}）。${todo}\n\n${more}`,
  }
}
