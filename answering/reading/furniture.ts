// What surrounds a message in a screenshot and is none: buttons, menus, titles that say nothing, clocks, addresses, footers.
import type { Segment } from './segments.ts'
import { code, sentence, strong } from './words-of-trouble.ts'

const buttons = new Set(
  (
    '确定 确认 取消 关闭 返回 返回修改 返回首页 上一步 下一步 保存 提交 重试 重新提交 是 否 帮助 刷新 我知道了 知道了 好的 继续 忽略 中止 放弃 去办理 立即办理 ' +
    '登录 退出 重置 查询 暂存 打印 预览 下载 导出 新增 删除 编辑 更多 收起 展开 详情 查看详情 同意 拒绝 允许 复制 OK Cancel Close Yes No Retry'
  ).split(' '),
)
const titles = /^(?:.{0,2}提示(?:信息)?|消息|信息|警告|注意|错误|Error|Warning|电子税务局)$/iu
const clock = /^[\s\d:：/.年月日-]*\d{1,2}[:：]\d{2}[\s\d:：]*$/u
const statusBar = /^[\dG%.\s]*(?:[2-6]G|WiFi|LTE|\d{1,3}%)[\dG%.\s]*$/iu
const address = /https?[:：/]|www\.|\.(?:gov|com|cn|net|html?)\b/iu
const footer = /主办单位|承办单位|技术支持|版权所有|网站标识码|ICP备|公网安备|网站地图/u
const crumb = /[>›»].*[>›»]|^首页[>›»]/u
const hanCount = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0

/** Without the message's own segments; `segments` is the whole picture, for a label is known by its row. */
export function withoutFurniture(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter((segment) => isTail(segment, segments) || (!isFurniture(segment) && !isInRowOfLabels(segment, segments)))
}

function isFurniture({ text, confidence }: Segment): boolean {
  const bare = text.replace(/[\s×✕xX|•]+$/u, '')
  if (buttons.has(bare) || titles.test(bare) || clock.test(text) || statusBar.test(text)) return true
  if (strong.test(text) || code.test(text)) return false
  if (footer.test(text) || crumb.test(text) || (address.test(text) && hanCount(text) < 6)) return true
  // An icon or a border: a sign or two, or something that could hardly be read.
  return text.length < 3 || (confidence < 0.6 && text.length < 8)
}

/** The last word of a wrapped sentence may be one that stands on buttons too. */
function isTail({ box, heightPx, text }: Segment, segments: readonly Segment[]): boolean {
  return segments.some((above) => {
    const gapPx = box.top - above.box.bottom
    const isClose = gapPx > 0 && gapPx < 1.2 * heightPx
    const offCentre = Math.abs(box.left + box.right - above.box.left - above.box.right) / 2
    const isUnder = Math.min(Math.abs(box.left - above.box.left), offCentre) < 0.6 * heightPx && box.right < above.box.right
    return isClose && isUnder && text.length < 8 && above.text.length >= 10 && !/[。！？]$/u.test(above.text) && sentence.test(above.text)
  })
}

/** Buttons side by side, the items of a menu, the cells of a table. */
function isInRowOfLabels(segment: Segment, segments: readonly Segment[]): boolean {
  if (!isLabel(segment)) return false
  const row = segments.filter((other) => isSameRow(segment, other))
  return row.filter(isLabel).length >= 3 || row.some(({ text }) => buttons.has(text))
}

const isLabel = ({ text }: Segment): boolean => text.length <= 8 && !sentence.test(text) && !strong.test(text)

function isSameRow(one: Segment, other: Segment): boolean {
  const middle = (other.box.top + other.box.bottom) / 2
  return middle > one.box.top && middle < one.box.bottom
}
