// The pages and forms of the taxpayer's window that a notice may lead to: nothing else of the program is opened from outside.
import { Type } from 'typebox'

export const noticePlaces = [
  'my-leave-messages',
  'my-appointments',
  'my-invitations',
  'my-notices',
  'leave-message-form',
  'appointment-form',
] as const
export type NoticePlace = (typeof noticePlaces)[number]
export const NoticePlace = Type.Unsafe<NoticePlace>(Type.Union(noticePlaces.map((place) => Type.Literal(place))))

/** What the button says that leads there. */
export const noticePlaceLabels: Record<NoticePlace, string> = {
  'my-leave-messages': '查看我的留言',
  'my-appointments': '查看我的预约',
  'my-invitations': '查看税局邀请',
  'my-notices': '查看消息提示',
  'leave-message-form': '去留言',
  'appointment-form': '去预约',
}
