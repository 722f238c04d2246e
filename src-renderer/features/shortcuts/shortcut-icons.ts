// What the names of icons in the catalogue are drawn with.
import type { ShortcutIcon } from '@zhengna/contract/domain/shortcut.ts'
import {
  AlarmClock,
  Bell,
  Calendar,
  ChatLineSquare,
  Collection,
  Guide,
  Headset,
  Link,
  OfficeBuilding,
  Phone,
  Picture,
  Postcard,
  Star,
  Tickets,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'

export const shortcutIcons: Readonly<Record<ShortcutIcon, Component>> = {
  person: Headset,
  note: ChatLineSquare,
  appointment: Calendar,
  centre: Postcard,
  message: Bell,
  star: Star,
  book: Collection,
  guide: Guide,
  calendar: AlarmClock,
  picture: Picture,
  invoice: Tickets,
  office: OfficeBuilding,
  phone: Phone,
  globe: Link,
}
