/// <reference types="vite/client" />

// For tools that cannot read .vue files (lint); vue-tsc takes the types from the files themselves.
declare module '*.vue' {
  import type { Component } from 'vue'
  const component: Component
  export default component
}
