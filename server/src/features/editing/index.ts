export { registerEditingRoutes } from './editing.routes.ts'
export { createEditing, type Editing } from './editing.service.ts'
export { noFeedback, type ArticleVotes, type Feedback } from './feedback.ts'
export { startTimetable } from './timetable.ts'
