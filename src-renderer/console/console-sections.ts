// Pages that are made of sections (系统管理, 监控): what a section is, and where it is.
import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

export interface ConsoleSection {
  readonly name: string
  /** Of its text. */
  readonly title: string
  readonly component: Component
}

/** The first is where the page begins. */
export type ConsoleSections = readonly [ConsoleSection, ...ConsoleSection[]]

export const routeOfSection = (page: string, { name }: Pick<ConsoleSection, 'name'>): string => `${page}.${name}`

export const routeOfSectionedPage = (page: string, component: Component, sections: ConsoleSections): RouteRecordRaw => ({
  path: `/${page}`,
  name: page,
  component,
  redirect: { name: routeOfSection(page, sections[0]) },
  children: sections.map((section) => ({ path: section.name, name: routeOfSection(page, section), component: section.component })),
})
