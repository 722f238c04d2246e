// The whole host contract. The host's table of handlers is held against its names, so that a forgotten request does not compile.
import type { Result } from '../result.ts'
import { accountRequests } from './accounts.ts'
import { administrationRequests } from './administration.ts'
import { attachmentEvents, attachmentRequests } from './attachments.ts'
import type { HostEvent, HostRequest, ParamsOf, PayloadOf, ReplyOf } from './channel.ts'
import { auditRequests } from './audit.ts'
import { chatEvents, chatRequests } from './chat.ts'
import { sheetDeskRequests, sheetEvents, sheetRequests } from './confirmation-sheets.ts'
import { deskEvents, deskRequests } from './desk.ts'
import { desktopEvents, desktopRequests } from './desktop.ts'
import { editingRequests } from './editing.ts'
import { favouriteEvents, favouriteRequests } from './favourites.ts'
import { guardRequests } from './guard.ts'
import { harassmentEvents, harassmentRequests } from './harassment.ts'
import { knowledgeEvents, knowledgeRequests } from './knowledge.ts'
import { appointmentDeskRequests } from './appointment-desk.ts'
import { leaveDeskRequests } from './leave-desk.ts'
import { workOrderDeskRequests } from './work-order-desk.ts'
import { noticeEvents, noticeRequests } from './notices.ts'
import { pushRequests } from './pushes.ts'
import { handOffRequests } from './hand-off.ts'
import { taxpayerTagRequests } from './taxpayer-tags.ts'
import { transferRequests } from './transfers.ts'
import { typingEvents, typingRequests } from './typing.ts'
import { readingRequests } from './reading.ts'
import { recordEvents, recordRequests } from './records.ts'
import { sessionEvents, sessionRequests } from './session.ts'
import { shellEvents, shellRequests } from './shell.ts'
import { serviceHoursRequests } from './service-hours.ts'
import { shortcutEvents, shortcutRequests } from './shortcuts.ts'
import { smsRequests } from './sms.ts'
import { supervisionEvents, supervisionRequests } from './supervision.ts'

export const hostRequests = {
  ...sessionRequests,
  ...shellRequests,
  ...chatRequests,
  ...deskRequests,
  ...desktopRequests,
  ...editingRequests,
  ...administrationRequests,
  ...auditRequests,
  ...accountRequests,
  ...guardRequests,
  ...harassmentRequests,
  ...supervisionRequests,
  ...smsRequests,
  ...serviceHoursRequests,
  ...pushRequests,
  ...handOffRequests,
  ...taxpayerTagRequests,
  ...transferRequests,
  ...typingRequests,
  ...leaveDeskRequests,
  ...workOrderDeskRequests,
  ...appointmentDeskRequests,
  ...knowledgeRequests,
  ...noticeRequests,
  ...favouriteRequests,
  ...shortcutRequests,
  ...readingRequests,
  ...recordRequests,
  ...sheetRequests,
  ...sheetDeskRequests,
  ...attachmentRequests,
} satisfies Record<string, HostRequest>

export const hostEvents = {
  ...sessionEvents,
  ...shellEvents,
  ...chatEvents,
  ...deskEvents,
  ...desktopEvents,
  ...knowledgeEvents,
  ...noticeEvents,
  ...favouriteEvents,
  ...harassmentEvents,
  ...supervisionEvents,
  ...shortcutEvents,
  ...recordEvents,
  ...sheetEvents,
  ...attachmentEvents,
  ...typingEvents,
} satisfies Record<string, HostEvent>

export type HostRequestName = keyof typeof hostRequests
export type HostEventName = keyof typeof hostEvents
export type HostParams<N extends HostRequestName> = ParamsOf<(typeof hostRequests)[N]>
export type HostReply<N extends HostRequestName> = ReplyOf<(typeof hostRequests)[N]>
export type HostPayload<N extends HostEventName> = PayloadOf<(typeof hostEvents)[N]>

export type HostHandlers<N extends HostRequestName = HostRequestName> = {
  readonly [K in N]: (params: HostParams<K>) => Promise<Result<HostReply<K>>> | Result<HostReply<K>>
}

/** What a window finds at `window.zhengna`, whichever shell carries it. Requests never reject. */
export interface HostBridge {
  request<N extends HostRequestName>(name: N, params: HostParams<N>): Promise<Result<HostReply<N>>>
  /** Returns the function that stops listening. */
  on<N extends HostEventName>(name: N, listener: (payload: HostPayload<N>) => void): () => void
}

export const isHostRequest = (name: string): name is HostRequestName => Object.hasOwn(hostRequests, name)
export const isHostEvent = (name: string): name is HostEventName => Object.hasOwn(hostEvents, name)
