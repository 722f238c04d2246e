export const noticesLocale = {
  notices: {
    title: '我的消息',
    kinds: { todo: '待办提醒', info: '消息提示' },
    none: { todo: '暂无待办提醒', info: '暂无消息提示' },
    noneHint: { todo: '需要您办理的事项会显示在这里。', info: '您收到的答复有更正或撤回时，会在这里通知您。' },
    unread: '未读',
    unreadCount: '{count} 条未读',
    more: '查看更早的消息',
    back: '返回列表',
    arrived: '新消息：{title}',
    arrivedSeveral: '您有 {count} 条新消息，请在「我的消息」中查看。',
  },
}
