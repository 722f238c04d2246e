export { registerVoteRoutes } from './votes.routes.ts'
export { createVotes, type Votes } from './votes.service.ts'
export { createFeedback } from './feedback.ts'
