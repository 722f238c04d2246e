// Turns what a client sent into a frame, or says what is wrong with it.
import { Compile, type Validator } from 'typebox/compile'
import type { ErrorCode } from '@zhengna/contract/errors.ts'
import { clientFrames, type ClientFrame, type ClientFrameType } from '@zhengna/contract/realtime/frames.ts'
import { MessageId } from '@zhengna/contract/ids.ts'

export type Parsed =
  | { readonly ok: true; readonly frame: ClientFrame }
  /** `id`: the message it was about, where that can be told. */
  | { readonly ok: false; readonly id: MessageId | null; readonly code: ErrorCode; readonly detail?: Record<string, string> }

const validators = Object.fromEntries(Object.entries(clientFrames).map(([type, schema]) => [type, Compile(schema)])) as Record<
  ClientFrameType,
  Validator
>
const isMessageId = Compile(MessageId)

export function parseFrame(text: string): Parsed {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, id: null, code: 'FRAME_MALFORMED' }
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return { ok: false, id: null, code: 'FRAME_MALFORMED' }
  const validator = Object.hasOwn(validators, String(value.type)) ? validators[value.type as ClientFrameType] : undefined
  if (!validator) return { ok: false, id: null, code: 'FRAME_MALFORMED' }
  const valid: boolean = validator.Check(value)
  if (valid) return { ok: true, frame: value as ClientFrame }
  const [first] = validator.Errors(value)
  const id = 'id' in value && isMessageId.Check(value.id) ? value.id : null
  const path = first?.instancePath.slice(1) ?? ''
  return {
    ok: false,
    id,
    code: 'REQUEST_INVALID',
    detail: { reason: `${path === '' ? String(value.type) : path}（${first?.keyword ?? 'format'}）` },
  }
}
