export const emojiLocale = {
  emoji: {
    open: '表情',
    recent: '最近使用',
    faces: '表情',
    hands: '手势',
    signs: '符号',
    whenServed: '人工服务接通后可以使用',
  },
}
