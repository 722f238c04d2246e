import { placeWithin } from '../queue/index.ts'
import type { Found, LookUp } from './look-up.ts'

const MINUTE_MS = 60_000

export async function readQueue({ db, now, asker }: LookUp): Promise<Found> {
  const place = await placeWithin(db, asker.officeId, asker.personId)
  if (!place) {
    return {
      text: '您没有在排队。需要税务人员解答时，请点击【人工服务】。如果问的是某项业务要办多久，请写明业务名称。',
      offersPerson: true,
    }
  }
  const waited = Math.floor((now - place.enqueuedAt) / MINUTE_MS)
  const ahead = place.ahead === 0 ? '下一位就是您' : `您前面还有 ${place.ahead} 人`
  return {
    text: `${ahead}，${waited < 1 ? '刚刚开始排队' : `已排队 ${waited} 分钟`}。\n\n最新情况见输入框上方的排队卡片。等待期间可以继续提问。`,
  }
}
