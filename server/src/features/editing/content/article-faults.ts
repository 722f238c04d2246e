// What a reviewer could not let pass, as far as the text alone tells. Each fault names its field.
import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import { isDay } from './day.ts'

/** `today` in Beijing. */
export function articleFaults(content: ArticleContent, today: string): string[] {
  return [
    ...dateFaults(content, today),
    ...content.basis.flatMap(({ document, number }, place) => [
      ...(document === '' ? [`依据第 ${place + 1} 条：请填写文件名称`] : []),
      ...(number === '' ? [`依据第 ${place + 1} 条：请填写文号`] : []),
    ]),
    ...content.parts.flatMap(partFaults),
    ...(content.region === '' ? ['适用地区：请填写'] : []),
    ...(content.note.includes('待核') ? ['备注：仍有“待核”事项，请核实后删除'] : []),
  ]
}

function dateFaults({ effective: { from, to }, reviewed }: ArticleContent, today: string): string[] {
  if (!isDay(from)) return ['生效日期：请填写，格式为 2026-01-31']
  if (to !== null && !isDay(to)) return ['失效日期：格式为 2026-01-31，没有则留空']
  if (to !== null && to < from) return ['失效日期：不能早于生效日期']
  if (to !== null && to < today) return ['失效日期：已经过去']
  if (!isDay(reviewed)) return ['最近审核日期：请填写，格式为 2026-01-31']
  return reviewed > today ? ['最近审核日期：不能晚于今天'] : []
}

function partFaults(part: AnswerPart): string[] {
  switch (part.type) {
    case 'text':
      return textFaults(part.markdown)
    case 'link':
      return [
        ...(part.title === '' ? ['链接：请填写标题'] : []),
        ...(isHttps(part.url) ? [] : [`链接“${part.title}”：网址须以 https:// 开头`]),
      ]
    case 'picture':
      return part.alt === '' ? ['图片：请填写说明'] : []
    case 'video':
      return part.title === '' ? ['视频：请填写标题'] : []
    case 'file':
      return part.name === '' ? ['附件：请填写文件名'] : []
    case 'guide':
      return [
        ...(part.title === '' ? ['办税指南：请填写标题'] : []),
        ...part.steps.flatMap(({ title, detail }, place) =>
          title === '' || detail === '' ? [`办税指南第 ${place + 1} 步：请填写完整`] : [],
        ),
      ]
    case 'options':
      return [
        ...(part.prompt === '' ? ['选项：请填写提问'] : []),
        ...(part.options.some(({ label }) => label === '') ? ['选项：请填写每一项的文字'] : []),
      ]
  }
}

/** Markdown is shown to taxpayers as it is: no address that is not safe, no HTML. */
function textFaults(markdown: string): string[] {
  if (markdown === '') return ['答案：请填写文字']
  const targets = [...markdown.matchAll(/\]\(\s*<?([^)\s>]*)/g)].map(([, target = '']) => target)
  const isUnsafe = targets.some((target) => !isHttps(target)) || /\b(?:http|javascript|data|file):/i.test(markdown)
  return [
    ...(isUnsafe ? ['答案：链接须以 https:// 开头'] : []),
    ...(/<\/?[a-z!][^<>]{0,200}>/i.test(markdown.replace(/<https:\/\/[^<>\s]+>/g, '')) ? ['答案：不能含有 HTML 标签'] : []),
  ]
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:'
}
