export const associationLocale = {
  association: {
    list: '智能联想',
    found: '有 {count} 个相关问题，可用上下方向键选择，按 Enter 发送',
    alias: '相似问法：',
  },
}
