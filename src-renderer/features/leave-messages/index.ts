export { default as LeaveMessageDetail } from './LeaveMessageDetail.vue'
export { default as LeaveMessageForm } from './LeaveMessageForm.vue'
export { default as LeaveMessageList } from './LeaveMessageList.vue'
export { leaveMessagesLocale } from './leave-messages.locale.ts'
