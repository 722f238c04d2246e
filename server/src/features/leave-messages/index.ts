export { createLeaveMessageDesk, mustBeFree, ofOffice, type LeaveMessageDesk } from './desk.service.ts'
export type { AttachmentsPort, OrdersPort, SmsPort, Told } from './leave-message-parts.ts'
export { registerLeaveMessageRoutes } from './leave-messages.routes.ts'
export { createOwnLeaveMessages, type OwnLeaveMessages } from './own.service.ts'
