// An audience in words.
import { audienceLabels, type Audience } from '@zhengna/contract/domain/person.ts'
import type { PushAudience } from '@zhengna/contract/domain/push-audience.ts'
import type { PushChoices } from '@zhengna/contract/domain/push-record.ts'

export const pushConditions = ['audiences', 'industries', 'officeIds', 'tags'] as const
export type PushCondition = (typeof pushConditions)[number]

/** What was chosen of one condition; [] for no condition. An office that is no more is shown by its id. */
export function chosenNames(audience: PushAudience, condition: PushCondition, offices: PushChoices['offices']): string[] {
  const names: Record<PushCondition, (value: string) => string> = {
    audiences: (value) => audienceLabels[value as Audience],
    industries: (value) => value,
    officeIds: (value) => offices.find(({ id }) => id === value)?.name ?? value,
    tags: (value) => value,
  }
  return audience[condition].map((value) => names[condition](value))
}
