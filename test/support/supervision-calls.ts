// A call of every route of 监控, right by its form, that changes nothing.
export const supervisionCalls = {
  getWall: () => ({}),
}
