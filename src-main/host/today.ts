// Tax rules begin and end on Beijing's calendar, wherever this machine is.
const beijingDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** YYYY-MM-DD. */
export const today = (): string => beijingDay.format(Date.now())
