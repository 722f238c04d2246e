import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeToyEmbeddingModel } from '../../test/support/toy-embedding-model.ts'
import { missingIn, openModel, type EmbeddingModel } from './model.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhengna-model-'))
afterAll(() => rmSync(folder, { recursive: true }))

const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

describe('a model in a folder, run by ONNX Runtime', () => {
  let model: EmbeddingModel
  beforeAll(async () => {
    writeToyEmbeddingModel(join(folder, 'toy'), ['车汽', '房屋'])
    model = await openModel(join(folder, 'toy'))
  })

  it('gives texts that mean the same the same vector, of length 1, however long the others of the batch are', async () => {
    const [car, motor, house] = await model.embed(['车', '汽', '房屋房屋房屋'], 'document')
    expect(cosine(car!, motor!)).toBeCloseTo(1, 6)
    expect(cosine(car!, house!)).toBeCloseTo(0, 6)
    expect(cosine(house!, house!)).toBeCloseTo(1, 6)
  })

  it('takes a text of any length, and none', async () => {
    const [long, empty] = await model.embed(['车'.repeat(5_000), ''], 'question')
    expect(cosine(long!, (await model.embed(['车'], 'question'))[0]!)).toBeCloseTo(1, 6)
    expect(empty).toHaveLength(3)
  })

  it('puts before questions and documents what the model wants there', async () => {
    writeToyEmbeddingModel(join(folder, 'prompted'), ['车汽', '房屋'])
    writeFileSync(join(folder, 'prompted/config_sentence_transformers.json'), JSON.stringify({ prompts: { query: '房房房' } }))
    const prompted = await openModel(join(folder, 'prompted'))
    const [question, document] = [await prompted.embed(['车'], 'question'), await prompted.embed(['车'], 'document')]
    expect(cosine(question[0]!, document[0]!)).toBeCloseTo(1 / Math.sqrt(10), 5)
  })
})

it('a folder that is no model says what it lacks', async () => {
  expect(await missingIn(join(folder, 'nothing'))).toEqual(['model.onnx', 'tokenizer.json'])
  await expect(openModel(join(folder, 'nothing'))).rejects.toThrow('there is no model.onnx in')
})
