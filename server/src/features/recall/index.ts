export type { Correction } from './correction.ts'
export { createAnswerLedger } from './ledger.ts'
export { createRecall, type Recall } from './recall.service.ts'
