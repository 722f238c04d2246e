// A sentence-embedding model from a folder as such models are published: ONNX weights, a tokenizer, how its vectors are pooled.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Tokenizer } from '@huggingface/tokenizers'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { pool, type Pooling } from './pooling.ts'

export interface EmbeddingModel {
  /** Of the weights: vectors of another model cannot be compared with these. */
  readonly id: string
  /** Vectors of length 1, in the order of `texts`. Runs in this thread: give it one of its own. */
  embed(texts: readonly string[], as: 'question' | 'document'): Promise<Float32Array[]>
}

/** Beyond so many tokens a question says nothing new. */
const TOKENS_MAX = 128
const WEIGHTS = ['model.onnx', 'onnx/model.onnx']

/** What a folder lacks to be a model, as file names; empty for nothing. */
export async function missingIn(folder: string): Promise<string[]> {
  const missing: string[] = []
  if (!(await weightsIn(folder))) missing.push('model.onnx')
  if (!(await isThere(join(folder, 'tokenizer.json')))) missing.push('tokenizer.json')
  return missing
}

/** Errors: Error where the folder lacks a file, onnxruntime-node is not installed, or the model is of another kind. */
export async function openModel(folder: string): Promise<EmbeddingModel> {
  const weights = await weightsIn(folder)
  if (!weights) throw new Error(`there is no model.onnx in ${folder}`)
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  const tokenizer = new Tokenizer(await readJson(join(folder, 'tokenizer.json')), await readJson(join(folder, 'tokenizer_config.json'), {}))
  const session = await InferenceSession.create(weights)
  const pooling = await poolingOf(folder)
  const prompts = await promptsOf(folder)
  const feedsOf = (rows: readonly (readonly number[])[]): Record<string, Tensor> => {
    const width = Math.max(1, ...rows.map((ids) => ids.length))
    const filled = (valueOf: (ids: readonly number[], at: number) => number): Tensor =>
      new Tensor(
        'int64',
        BigInt64Array.from(rows.flatMap((ids) => Array.from({ length: width }, (_, at) => BigInt(at < ids.length ? valueOf(ids, at) : 0)))),
        [rows.length, width],
      )
    const feeds = { input_ids: filled((ids, at) => ids[at]!), attention_mask: filled(() => 1), token_type_ids: filled(() => 0) }
    return Object.fromEntries(Object.entries(feeds).filter(([name]) => session.inputNames.includes(name)))
  }
  return {
    id: await digestOf(weights),
    async embed(texts, as) {
      if (texts.length === 0) return []
      const rows = texts.map((text) => shortened(tokenizer.encode(prompts[as] + text).ids))
      const output = outputOf(session, await session.run(feedsOf(rows)))
      if (!(output.data instanceof Float32Array)) throw new Error(`the model gives ${output.type}, not float32`)
      return pool(
        output.data,
        output.dims,
        rows.map((ids) => ids.length),
        pooling,
      )
    },
  }
}

/** The last one is kept: it is the mark at the end that models expect. */
const shortened = (ids: readonly number[]): readonly number[] =>
  ids.length <= TOKENS_MAX ? ids : [...ids.slice(0, TOKENS_MAX - 1), ids.at(-1)!]

/** A ready vector a text where the model makes one, else what it makes of each token. */
function outputOf({ outputNames }: InferenceSession, outputs: Record<string, Tensor>): Tensor {
  const name = ['sentence_embedding', 'last_hidden_state'].find((wanted) => outputNames.includes(wanted)) ?? outputNames[0]
  const output = name === undefined ? undefined : outputs[name]
  if (!output) throw new Error('the model has no output')
  return output
}

/** As sentence-transformers writes it down; the mean where nothing is said. */
async function poolingOf(folder: string): Promise<Pooling> {
  const said = (await readJson(join(folder, '1_Pooling/config.json'), {})) as { pooling_mode_cls_token?: boolean }
  return said.pooling_mode_cls_token === true ? 'first' : 'mean'
}

/** Words that some models want before a question or a document. */
async function promptsOf(folder: string): Promise<{ question: string; document: string }> {
  const said = (await readJson(join(folder, 'config_sentence_transformers.json'), {})) as {
    prompts?: { query?: string; document?: string; passage?: string }
  }
  return { question: said.prompts?.query ?? '', document: said.prompts?.document ?? said.prompts?.passage ?? '' }
}

async function readJson(file: string, absent?: object): Promise<object> {
  if (absent && !(await isThere(file))) return absent
  return JSON.parse(await readFile(file, 'utf8')) as object
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

async function weightsIn(folder: string): Promise<string | null> {
  for (const name of WEIGHTS) if (await isThere(join(folder, name))) return join(folder, name)
  return null
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex').slice(0, 16)
}
