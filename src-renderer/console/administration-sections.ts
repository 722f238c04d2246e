// The sections of 系统管理 in their order; the first is where it begins. A new one is a line here.
import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { SettingsSection } from '../features/administration/index.ts'
import { AuditSection } from '../features/audit/index.ts'
import { GuardSection } from '../features/guard/index.ts'
import { HarassmentSection } from '../features/harassment/desk/index.ts'
import { ServiceHoursSection } from '../features/service-hours/index.ts'
import { SmsSection } from '../features/sms/index.ts'

export interface AdministrationSection {
  readonly name: string
  /** Of its text. */
  readonly title: string
  readonly component: Component
}

export const administrationSections: readonly [AdministrationSection, ...AdministrationSection[]] = [
  { name: 'settings', title: 'administration.settings.title', component: SettingsSection },
  { name: 'service-hours', title: 'serviceHours.title', component: ServiceHoursSection },
  { name: 'guard', title: 'guard.title', component: GuardSection },
  { name: 'harassment', title: 'harassment.title', component: HarassmentSection },
  { name: 'sms', title: 'sms.title', component: SmsSection },
  { name: 'audit', title: 'audit.title', component: AuditSection },
]

export const routeOfSection = ({ name }: Pick<AdministrationSection, 'name'>): string => `administration.${name}`

export const administrationRoutes: RouteRecordRaw[] = administrationSections.map((section) => ({
  path: section.name,
  name: routeOfSection(section),
  component: section.component,
}))
