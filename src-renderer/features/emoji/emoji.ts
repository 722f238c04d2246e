// 表情: Unicode's own, with what each is called. Few, and none that an office would rather not send.
export interface Emoji {
  readonly glyph: string
  readonly name: string
}
const named = (list: Readonly<Record<string, string>>): Emoji[] => Object.entries(list).map(([name, glyph]) => ({ name, glyph }))

export const emojiGroups: readonly { readonly key: 'faces' | 'hands' | 'signs'; readonly emojis: readonly Emoji[] }[] = [
  {
    key: 'faces',
    emojis: named({
      微笑: '🙂',
      开心: '😊',
      大笑: '😄',
      笑哭: '😂',
      眨眼: '😉',
      调皮: '😜',
      得意: '😎',
      思考: '🤔',
      疑问: '🤨',
      惊讶: '😮',
      尴尬: '😅',
      无奈: '😑',
      难过: '😔',
      流泪: '😢',
      大哭: '😭',
      着急: '😣',
      担心: '😟',
      生气: '😠',
    }),
  },
  {
    key: 'hands',
    emojis: named({
      好的: '👌',
      赞: '👍',
      鼓掌: '👏',
      握手: '🤝',
      谢谢: '🙏',
      加油: '💪',
      再见: '👋',
      请看: '👉',
      举手: '🙋',
    }),
  },
  {
    key: 'signs',
    emojis: named({
      爱心: '❤️',
      鲜花: '🌹',
      庆祝: '🎉',
      太阳: '☀️',
      对: '✅',
      错: '❌',
      注意: '⚠️',
      问号: '❓',
      叹号: '❗',
      电话: '📞',
      日历: '📅',
      时钟: '⏰',
      文件: '📄',
      回形针: '📎',
      电脑: '💻',
      钱: '💰',
    }),
  },
]
