// The Element Plus components both windows use, with their styles. Import from here, never from 'element-plus':
// one list keeps the bundle small and every style in one order (theirs, then ours).
import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/el-badge.css'
import 'element-plus/theme-chalk/el-button.css'
import 'element-plus/theme-chalk/el-config-provider.css'
import 'element-plus/theme-chalk/el-drawer.css'
import 'element-plus/theme-chalk/el-dropdown.css'
import 'element-plus/theme-chalk/el-dropdown-item.css'
import 'element-plus/theme-chalk/el-dropdown-menu.css'
import 'element-plus/theme-chalk/el-form.css'
import 'element-plus/theme-chalk/el-form-item.css'
import 'element-plus/theme-chalk/el-input.css'
import 'element-plus/theme-chalk/el-input-number.css'
import 'element-plus/theme-chalk/el-message.css'
import 'element-plus/theme-chalk/el-message-box.css'
import 'element-plus/theme-chalk/el-overlay.css'
import 'element-plus/theme-chalk/el-popover.css'
import 'element-plus/theme-chalk/el-popper.css'
import 'element-plus/theme-chalk/el-tabs.css'
import 'element-plus/theme-chalk/el-tab-pane.css'
import 'element-plus/theme-chalk/el-tooltip.css'
import './tokens.css'
import './base.css'
import './element.css'

import { ElConfigProvider as ConfigProvider, ElDropdownItem as DropdownItem, ElTabs as Tabs } from 'element-plus'
import type { Component, DefineComponent } from 'vue'

export {
  ElButton,
  ElDrawer,
  ElDropdown,
  ElDropdownMenu,
  ElForm,
  ElFormItem,
  ElInput,
  ElInputNumber,
  ElMessage,
  ElMessageBox,
  ElPopover,
  ElTabPane,
} from 'element-plus'
export { default as elementLocale } from 'element-plus/es/locale/lang/zh-cn'

// Element Plus 2.14 declares these three with their props' definitions instead of their props' types.
export const ElConfigProvider = ConfigProvider as unknown as DefineComponent<{ locale: object }>
export const ElDropdownItem = DropdownItem as unknown as DefineComponent<{
  command?: string | number
  icon?: Component
  disabled?: boolean
  divided?: boolean
}>
export const ElTabs = Tabs as unknown as DefineComponent<{
  modelValue?: string
  stretch?: boolean
  'onUpdate:modelValue'?: (name: string) => void
}>
