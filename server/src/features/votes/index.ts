export { registerVoteRoutes } from './votes.routes.ts'
export { createVotes, type Votes } from './votes.service.ts'
