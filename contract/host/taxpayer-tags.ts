// 纳税人标签 at the console, for administrators and supervisors. Online only.
import * as tags from '../http/taxpayer-tags.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const taxpayerTagRequests = {
  'tags.list': relay(tags.listTags, console),
  'tags.tagged': relay(tags.listTagged, console),
  'tags.give': relay(tags.tagTaxpayers, console),
  'tags.take': relay(tags.untagTaxpayer, console),
}
