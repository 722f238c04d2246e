// A gateway that takes a text by HTTP: POST {id, phone, template, values, text} as JSON, with a bearer token where there is one.
// `Idempotency-Key` names the message, so that one tried twice can be sent once. Any 2xx means that it was taken.
import type { SmsTemplate, SmsValues } from '@zhengna/contract/domain/sms.ts'

export interface SmsToSend {
  readonly id: number
  readonly phone: string
  readonly template: SmsTemplate
  readonly values: SmsValues
  readonly text: string
}

/** Resolves when the gateway took it; rejects with what an administrator can read. */
export type SmsGateway = (message: SmsToSend) => Promise<void>

const WAIT_MAX_MS = 10_000
const ANSWER_SHOWN_MAX = 200

export function createHttpGateway(url: string, token: string | null): SmsGateway {
  return async (message) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `sms-${message.id}`,
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(WAIT_MAX_MS),
    })
    const answer = (await response.text()).slice(0, ANSWER_SHOWN_MAX)
    if (!response.ok) throw new Error(`HTTP ${response.status}${answer && ` ${answer}`}`)
  }
}
