import type { IpcMainInvokeEvent } from 'electron'
import { isOwnAddress } from '../protocol/address.ts'

/** Only the page itself may ask: not a frame in it, not another page, not one that has just gone. */
export function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url)
}
