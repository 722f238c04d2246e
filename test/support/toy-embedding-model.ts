// A real ONNX model of the simplest kind: each character has a vector, and that is what the model gives for it. Characters that are
// said to mean the same have the same one.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes model.onnx and tokenizer.json. `alike`: groups of characters that mean the same; all others mean nothing. */
export function writeToyEmbeddingModel(folder: string, alike: readonly string[]): void {
  mkdirSync(folder, { recursive: true })
  const tokens = ['[PAD]', '[UNK]', ...new Set(alike.join(''))]
  const width = alike.length + 1
  const rowOf = (token: string): number[] => {
    const group = alike.findIndex((characters) => characters.includes(token))
    return Array.from({ length: width }, (_, i) => (i === group || (group < 0 && i === alike.length) ? 1 : 0))
  }
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizerOf(tokens)))
  writeFileSync(join(folder, 'model.onnx'), modelOf(tokens.map(rowOf)))
}

const tokenizerOf = (tokens: readonly string[]) => ({
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: null,
  decoder: null,
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
  },
})

const FLOAT = 1
const INT64 = 7

/** last_hidden_state = Gather(table, input_ids), as protocol buffers of onnx.proto3. */
function modelOf(table: readonly (readonly number[])[]): Uint8Array {
  const width = table[0]!.length
  const numbers = Buffer.from(Float32Array.from(table.flat()).buffer)
  const tensor = [varint(1, table.length), varint(1, width), varint(2, FLOAT), bytes(8, 'table'), bytes(9, numbers)]
  const node = [bytes(1, 'table'), bytes(1, 'input_ids'), bytes(2, 'last_hidden_state'), bytes(4, 'Gather')]
  const graph = [
    bytes(1, node),
    bytes(2, 'toy'),
    bytes(5, tensor),
    bytes(11, valueOf('input_ids', INT64, ['texts', 'tokens'])),
    bytes(12, valueOf('last_hidden_state', FLOAT, ['texts', 'tokens', width])),
  ]
  return joined([varint(1, 8), bytes(8, [bytes(1, ''), varint(2, 17)]), bytes(7, graph)])
}

function valueOf(name: string, type: number, shape: readonly (string | number)[]): Uint8Array[] {
  const dims = shape.map((dim) => bytes(1, [typeof dim === 'number' ? varint(1, dim) : bytes(2, dim)]))
  return [bytes(1, name), bytes(2, [bytes(1, [varint(1, type), bytes(2, dims)])])]
}

function varint(field: number, value: number): Uint8Array {
  return Uint8Array.from([...encoded(field << 3), ...encoded(value)])
}

function bytes(field: number, content: string | Uint8Array | readonly Uint8Array[]): Uint8Array {
  const body = typeof content === 'string' ? Buffer.from(content) : content instanceof Uint8Array ? content : joined(content)
  return joined([Uint8Array.from([...encoded((field << 3) | 2), ...encoded(body.length)]), body])
}

function encoded(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...encoded(Math.floor(value / 128))]
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array => Buffer.concat(pieces)
