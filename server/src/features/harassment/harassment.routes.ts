import * as interceptionsContract from '@zhengna/contract/http/interceptions.ts'
import * as contract from '@zhengna/contract/http/harassment.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Interceptions } from './interceptions.service.ts'
import type { PolicyDesk } from './policy.service.ts'
import type { HarassmentTrials } from './trial.service.ts'

export function registerHarassmentRoutes(
  implement: Implement,
  interceptions: Interceptions,
  policy: PolicyDesk,
  trials: HarassmentTrials,
): void {
  implement(contract.getHarassmentPolicy, () => policy.get())
  implement(contract.saveHarassmentRules, ({ caller, body }) => policy.save(caller, body.rules, body.revision))
  implement(contract.tryHarassmentRules, ({ body }) => trials.run(body.rules))
  implement(interceptionsContract.listInterceptions, ({ caller, query: { state, page = 1, pageSize = 20 } }) =>
    interceptions.list(caller, state, page, pageSize),
  )
  implement(interceptionsContract.getInterception, ({ caller, params }) => interceptions.get(caller, params.interceptionId))
  implement(interceptionsContract.liftInterception, ({ caller, params, body }) =>
    interceptions.lift(caller, params.interceptionId, body.reason),
  )
  implement(interceptionsContract.extendInterception, ({ caller, params, body }) =>
    interceptions.extend(caller, params.interceptionId, body.reason, body.minutes),
  )
  implement(interceptionsContract.reportHarassment, async ({ caller, params, body }) => ({
    number: await interceptions.report(caller, params.conversationId, body.remark),
  }))
}
