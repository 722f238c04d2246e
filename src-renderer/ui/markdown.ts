// Markdown from the knowledge base to safe HTML: no raw HTML in, DOMPurify over what comes out, only https links.
import DOMPurify from 'dompurify'
import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'

// By the rules for languages with spaces, **一样有效。**数电票 would not be bold.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false }).use(cjkFriendly)
markdown.validateLink = (url) => url.startsWith('https://')
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
markdown.disable('image')
// Wide tables scroll by themselves instead of widening the talk.
markdown.renderer.rules.table_open = () => '<div class="table-scroll" tabindex="0"><table>'
markdown.renderer.rules.table_close = () => '</table></div>'

export function renderMarkdown(source: string): string {
  return DOMPurify.sanitize(markdown.render(source), { USE_PROFILES: { html: true }, ADD_ATTR: ['tabindex'] })
}

/** The same as plain text, for 「复制」, 「填入」 and previews: list marks, cells and addresses stay readable. */
export function plainText(source: string): string {
  const holder = document.createElement('div')
  holder.innerHTML = renderMarkdown(source).replace(/<\/(p|li|h\d|tr|blockquote)>/g, '</$1>\n')
  for (const list of holder.querySelectorAll('ul, ol')) {
    ;[...list.children].forEach((item, index) => item.prepend(list.tagName === 'OL' ? `${index + 1}. ` : '· '))
  }
  for (const cell of holder.querySelectorAll('th:not(:last-child), td:not(:last-child)')) cell.append('　')
  for (const link of holder.querySelectorAll('a')) {
    if (link.textContent !== link.getAttribute('href')) link.append(`（${link.getAttribute('href')}）`)
  }
  return holder.textContent
    .replace(/\n\s*\n/g, '\n')
    .replace(/^[^\S\u3000]+/gm, '')
    .trim()
}
