// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { plainText, renderMarkdown } from './markdown.ts'

describe('markdown', () => {
  test.each(['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '[x](javascript:alert(1))', '![x](https://a.cn/x.png)'])(
    'brings no element of its own: %s',
    (source) => expect(renderMarkdown(source)).not.toMatch(/<(img|script)|href="javascript/),
  )

  test('only https becomes a link', () => {
    expect(renderMarkdown('[a](https://a.cn) [b](http://b.cn) [c](mailto:c@d.cn)').match(/<a /g)).toHaveLength(1)
  })

  test('as plain text it keeps its lines and loses its marks', () => {
    expect(plainText('**可以免征。**\n\n- 一\n- 二')).toBe('可以免征。\n· 一\n· 二')
  })
})

test.each([
  ['**一样有效。**数电票不盖章。', '<strong>一样有效。</strong>数电票不盖章。'],
  ['在**3%—5%**内确定', '在<strong>3%—5%</strong>内确定'],
  ['由**承受方（买方）**缴', '由<strong>承受方（买方）</strong>缴'],
  ['进入**【企业业务】**，登录', '进入<strong>【企业业务】</strong>，登录'],
])('what is bold is bold beside Chinese punctuation: %s', (source, shown) => {
  expect(renderMarkdown(source)).toContain(shown)
})
