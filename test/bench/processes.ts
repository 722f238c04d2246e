// Processes of one benchmark: started, told what to do, stopped.
import { fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { DriverPlan, DriverResult } from './driver-plan.ts'

export interface MeasuredServer {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

export const garbageOnSignal = ['--expose-gc', '--import', join(import.meta.dirname, 'collect-garbage.ts')] as const

export async function startEchoServer(): Promise<MeasuredServer> {
  const child = spawn(process.execPath, [...garbageOnSignal, join(import.meta.dirname, 'echo-server.process.ts')], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const { stdout } = child
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the echo server ended with ${String(code)}`)))
    if (stdout) createInterface(stdout).once('line', (line) => resolve(line.split(' ')[2] ?? ''))
  })
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await ended
    },
  }
}

/** Runs the driver in a process of its own, so that clients and server do not share a thread. */
export function drive(plan: DriverPlan): Promise<DriverResult> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'driver.process.ts'))
    child.once('message', (result: DriverResult | { error: string }) => {
      if ('error' in result) reject(new Error(result.error))
      else resolve(result)
      child.disconnect()
    })
    child.once('exit', (code) => reject(new Error(`the driver ended with ${String(code)}`)))
    child.send(plan)
  })
}

/** Resident memory after a collection, once it stands still. */
export async function residentBytes(pid: number): Promise<number> {
  let before = Infinity
  for (;;) {
    process.kill(pid, 'SIGUSR2')
    await pause(700)
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    const now = pages * 4_096
    if (Math.abs(now - before) < 256 * 1024) return now
    before = now
  }
}
