import * as contract from '@zhengna/contract/http/trends.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Trends } from './trends.service.ts'

export function registerTrendRoutes(implement: Implement, trends: Trends): void {
  implement(contract.getTrends, ({ caller }) => trends.of(caller.personId))
}
