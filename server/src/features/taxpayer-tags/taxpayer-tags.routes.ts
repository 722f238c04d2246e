import * as contract from '@zhengna/contract/http/taxpayer-tags.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { TaxpayerTags } from './taxpayer-tags.service.ts'

export function registerTaxpayerTagRoutes(implement: Implement, tags: TaxpayerTags): void {
  implement(contract.listTags, async ({ caller }) => ({ tags: await tags.list(caller) }))
  implement(contract.listTagged, ({ caller, params, query: { page = 1, pageSize = 20 } }) =>
    tags.tagged(caller, params.tag, { offset: (page - 1) * pageSize, limit: pageSize }),
  )
  implement(contract.tagTaxpayers, ({ caller, params, body }) => tags.give(caller, params.tag, body.taxpayerNumbers))
  implement(contract.untagTaxpayer, async ({ caller, params }) => {
    await tags.take(caller, params.tag, params.personId)
    return { tags: await tags.list(caller) }
  })
}
