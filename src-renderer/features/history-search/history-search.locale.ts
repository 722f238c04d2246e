export const historySearchLocale = {
  historySearch: {
    open: '查找',
    title: '查找聊天记录',
    label: '查找内容',
    placeholder: '输入要查找的字词',
    hint: '在本机已有的记录中查找，离线也可以使用。',
    none: '没有找到“{text}”',
    noneHint: '更早的记录可以先在会话顶部点「点击加载」。',
    count: '找到 {count} 条',
    cut: '显示最近的 {count} 条，请输入更多字词',
    close: '关闭',
    author: { taxpayer: '纳税人', agent: '坐席', bot: '智能应答', system: '系统' },
    me: '我',
  },
}
