export { registerNoticeRoutes } from './notices.routes.ts'
export { createNotices, type Announcement, type Notices } from './notices.service.ts'
export { countUnread, selectUnread } from './notices.store.ts'
