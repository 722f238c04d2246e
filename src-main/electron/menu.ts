// macOS needs a menu for copy and paste to have keys at all. Elsewhere the windows have no menu bar and Chromium has the
// keys itself, so there is a menu only for a developer's.
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { showAbout } from './about.ts'
import type { Identity } from './identity.ts'

export function setMenu(identity: Identity): void {
  const items: MenuItemConstructorOptions[] = []
  if (process.platform === 'darwin') items.push(programMenu(identity), editMenu, windowMenu)
  if (!app.isPackaged) items.push(developerMenu)
  Menu.setApplicationMenu(items.length > 0 ? Menu.buildFromTemplate(items) : null)
}

const programMenu = (identity: Identity): MenuItemConstructorOptions => ({
  label: identity.productName,
  submenu: [
    { label: `关于${identity.productName}`, click: () => showAbout(identity) },
    { type: 'separator' },
    { role: 'hide', label: `隐藏${identity.productName}` },
    { role: 'hideOthers', label: '隐藏其他' },
    { role: 'unhide', label: '全部显示' },
    { type: 'separator' },
    { role: 'quit', label: `退出${identity.productName}` },
  ],
})

const editMenu: MenuItemConstructorOptions = {
  label: '编辑',
  submenu: [
    { role: 'undo', label: '撤销' },
    { role: 'redo', label: '重做' },
    { type: 'separator' },
    { role: 'cut', label: '剪切' },
    { role: 'copy', label: '复制' },
    { role: 'paste', label: '粘贴' },
    { role: 'selectAll', label: '全选' },
  ],
}

const windowMenu: MenuItemConstructorOptions = {
  label: '窗口',
  submenu: [
    { role: 'minimize', label: '最小化' },
    { role: 'zoom', label: '缩放' },
    { role: 'close', label: '关闭' },
  ],
}

const developerMenu: MenuItemConstructorOptions = {
  label: '开发',
  submenu: [
    { role: 'reload', label: '重新加载' },
    { role: 'toggleDevTools', label: '开发者工具' },
  ],
}
