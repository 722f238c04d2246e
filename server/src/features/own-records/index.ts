export { answerFromRecords, type Asker } from './own-records.ts'
