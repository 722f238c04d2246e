export { createRecorder } from './recorder.ts'
export { failingDecisions } from './record-rows.ts'
export { recordsSince, type AskedRecord } from './records.store.ts'
export { recordVotes } from './votes.ts'
