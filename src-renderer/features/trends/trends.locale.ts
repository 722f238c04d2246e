export const trendsLocale = {
  trends: {
    hotWords: '热词',
    others: '换一批',
  },
}
