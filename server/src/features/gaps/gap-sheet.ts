// The list of failed questions for a spreadsheet: one row a question, those of a group together, most asked groups first.
import { failureKindLabels, gapStateLabels, type Gap } from '@zhengna/contract/domain/gap.ts'
import { voteReasonLabels } from '@zhengna/contract/domain/vote.ts'
import { momentInBeijing } from '../../platform/clock.ts'
import { writeSheet } from '../../platform/spreadsheet/write-sheet.ts'
import type { GroupedFailure } from '../records/index.ts'

const columns = [
  { title: '组号', width: 6 },
  { title: '代表问题', width: 36 },
  { title: '次数', width: 6 },
  { title: '人数', width: 6 },
  { title: '处理状态', width: 10 },
  { title: '提问原文', width: 44 },
  { title: '提问时间', width: 18 },
  { title: '情况', width: 10 },
  { title: '无用原因', width: 12 },
  { title: '补充说明', width: 30 },
] as const

export interface ListedGap {
  readonly gap: Gap
  /** All of them, not only those that are shown. */
  readonly failures: readonly GroupedFailure[]
}

export const gapSheet = (listed: readonly ListedGap[]): Promise<Buffer> =>
  writeSheet({
    name: '待补知识',
    columns,
    rows: listed.flatMap(({ gap, failures }, place) =>
      failures.map(({ question, at, failure, reason, remark }) => [
        String(place + 1),
        gap.question,
        String(gap.count),
        String(gap.people),
        gapStateLabels[gap.state],
        question,
        momentInBeijing(at),
        failureKindLabels[failure],
        reason === null ? '' : voteReasonLabels[reason],
        remark,
      ]),
    ),
  })
