// What one picture of the test set shows, and what should be read from it.
export interface Picture {
  readonly name: string
  readonly look: string
  /** Smaller than 1: a screenshot that was scaled down on its way; larger: a screen with small dots. */
  readonly scale?: number
  readonly font?: 'sans' | 'serif' | 'micro-hei' | 'zen-hei' | 'song'
  readonly title?: string
  /** Paragraphs of the message. */
  readonly message: readonly string[]
  readonly buttons?: readonly string[]
  /** The question that should come out of it. */
  readonly question: string
}

export interface Look {
  readonly width: number
  readonly height: number
  readonly html: (picture: Picture) => string
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
export const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)
export const paragraphs = ({ message }: Picture): string => message.map((text) => `<p>${escaped(text)}</p>`).join('')
export const buttons = ({ buttons: labels = ['确定'] }: Picture): string =>
  labels.map((label, index) => `<button class="${index === 0 ? 'main' : ''}">${escaped(label)}</button>`).join('')
