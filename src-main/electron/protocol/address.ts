// The windows' own address. Everything else is foreign.
export const appScheme = 'app'
export const appHost = 'zhengna'
export const appAddress = `${appScheme}://${appHost}/`

/** Parsed, not compared as text: `app://zhengna@elsewhere/` and `app://zhengna.elsewhere/` begin alike. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === ''
}
