import { app, dialog } from 'electron'
import type { Identity } from './identity.ts'

export function showAbout({ productName }: Identity): void {
  void dialog.showMessageBox({
    type: 'info',
    title: `关于${productName}`,
    message: productName,
    detail: `版本 ${app.getVersion()}\n以 Apache-2.0 许可发布`,
    buttons: ['确定'],
  })
}
