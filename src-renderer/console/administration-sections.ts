// The sections of 系统管理 in their order; the first is where it begins. A new one is a line here.
import { SettingsSection } from '../features/administration/index.ts'
import { AccountsSection } from '../features/accounts/index.ts'
import { AuditSection } from '../features/audit/index.ts'
import { GuardSection } from '../features/guard/index.ts'
import { HarassmentSection } from '../features/harassment/desk/index.ts'
import { ServiceHoursSection } from '../features/service-hours/index.ts'
import { SmsSection } from '../features/sms/index.ts'
import type { ConsoleSections } from './console-sections.ts'

export const administrationSections: ConsoleSections = [
  { name: 'settings', title: 'administration.settings.title', component: SettingsSection },
  { name: 'accounts', title: 'accounts.title', component: AccountsSection },
  { name: 'service-hours', title: 'serviceHours.title', component: ServiceHoursSection },
  { name: 'guard', title: 'guard.title', component: GuardSection },
  { name: 'harassment', title: 'harassment.title', component: HarassmentSection },
  { name: 'sms', title: 'sms.title', component: SmsSection },
  { name: 'audit', title: 'audit.title', component: AuditSection },
]
