export { answerFromRecords } from './own-records.ts'
