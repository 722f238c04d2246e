export const quoteLocale = {
  quote: {
    action: '引用',
    of: '引用 {name}',
    cancel: '取消引用',
    show: '查看引用的消息',
    retracted: '引用的消息已撤回',
    picture: '[图片] {name}',
    file: '[文件] {name}',
  },
}
