export const typingLocale = {
  typing: {
    agent: '坐席正在输入…',
    taxpayer: '对方正在输入…',
    preview: '对方正在输入：{text}',
    shown: '坐席可以看到您正在输入的内容',
  },
}
