export { placeWithin, type AgentPresence } from './places.ts'
export { announceQueue, createQueueView, type QueueAudience, type QueueView } from './queue-view.ts'
export { registerQueueRoutes } from './queue.routes.ts'
export { createQueue, serveAtOnce, type BookedHook, type Queue } from './queue.service.ts'
