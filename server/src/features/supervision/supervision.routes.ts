import * as contract from '@zhengna/contract/http/supervision.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Wall } from './wall.service.ts'

export function registerSupervisionRoutes(implement: Implement, wall: Wall): void {
  implement(contract.getWall, ({ caller }) => wall.of(caller.officeId))
}
