export { registerKnowledgeRoutes } from './knowledge.routes.ts'
export { openKnowledge, type Knowledge } from './knowledge.service.ts'
export { readSeededKnowledge } from './seed-files.ts'
