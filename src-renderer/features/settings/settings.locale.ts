export const settingsLocale = {
  settings: {
    font: '字体',
    fontHint: '会话文字的大小',
    fontSample: '税费问题，随时问我',
    steps: { '-1': '小', '0': '标准', '1': '大', '2': '特大', '3': '超大' },
    theme: '外观',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  },
}
