export { holdEngine } from './engine-holder.ts'
export { createResponder } from './responder.ts'
