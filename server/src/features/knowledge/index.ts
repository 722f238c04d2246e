export { openAssets, type Assets } from './assets.ts'
export { recordChange, type Changing } from './changing.ts'
export { registerKnowledgeRoutes } from './knowledge.routes.ts'
export { openKnowledge, type Knowledge } from './knowledge.service.ts'
export { nextPosition, savePart, selectLexicon } from './lexicon.store.ts'
export { createPublishing, stateAfter, type Publishing } from './publishing.ts'
export type { Recall, Recipients } from './recall.ts'
export {
  authorsOf,
  columnsOf,
  contentOf,
  deleteRevision,
  findRevision,
  insertRevision,
  openRevisions,
  openStates,
  revisionsOf,
  updateRevision,
  type RevisionRow,
} from './revisions.store.ts'
export { importSeed } from './seed/import-seed.ts'
export { readSeededKnowledge, seedIn } from './seed/seed-files.ts'
export { selectTopics } from './topics.store.ts'
