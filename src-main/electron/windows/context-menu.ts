// 剪切 / 复制 / 粘贴 on a right click: Electron shows none by itself.
import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'

export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, editFlags, selectionText }) => {
    const items: MenuItemConstructorOptions[] = []
    if (isEditable) items.push({ role: 'cut', label: '剪切', enabled: editFlags.canCut })
    if (isEditable || selectionText !== '') items.push({ role: 'copy', label: '复制', enabled: editFlags.canCopy })
    if (isEditable) items.push({ role: 'paste', label: '粘贴', enabled: editFlags.canPaste }, { role: 'selectAll', label: '全选' })
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
