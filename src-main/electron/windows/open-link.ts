// What may be handed to the operating system. It would start programs for other schemes (file:, smb:, ms-msdt: …).
import { shell } from 'electron'

export function isOpenableLink(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'https:' && url.username === '' && url.password === ''
}

/** Errors: rejects for anything but https. */
export async function openLink(address: string): Promise<void> {
  if (!isOpenableLink(address)) throw new Error('only https addresses are opened')
  // The parsed form: what was checked is what is opened.
  await shell.openExternal(new URL(address).href)
}
