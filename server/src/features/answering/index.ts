export { checkModelFolder } from './embedding/model-folder.ts'
export { openEmbeddingChannel } from './embedding/embedding-channel.ts'
export { holdEngine } from './engine-holder.ts'
export { createResponder } from './responder.ts'
