import { type DestinationStream, type Logger, pino } from 'pino'
import { faultOf } from './fault.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Structured lines, one JSON object each. There is no way to put a message with data in: every line is made of codes,
 *  numbers and route names, so that no log ever holds a person's data. */
export type Log = {
  request(line: RequestLine): void
  /** Something of ours went wrong; `reference` is what the user was told to quote. */
  defect(error: unknown, reference: string, route: string): void
  job(name: string, fault: string, gaveUp: boolean): void
  /** Life of the process: 'listening', 'stopping'. */
  state(what: string, numbers?: Readonly<Record<string, number | string | boolean>>): void
}

export type RequestLine = {
  readonly requestId: string
  readonly method: string
  /** The page's name or the route's pattern: an address may hold a name or a number of a person. */
  readonly route: string
  readonly status: number
  readonly ms: number
}

/** Writes to the standard error by default: the standard output is for the reader at the terminal. */
export function openLog(level: LogLevel, stream: DestinationStream = pino.destination({ dest: 2, sync: false })): Log {
  const logger: Logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: label => ({ level: label }) } },
    stream,
  )
  return {
    request: line => logger[line.status >= 500 ? 'error' : 'info']({ ...line }, 'request'),
    defect: (error, reference, route) => logger.error({ requestId: reference, route, ...faultOf(error) }, 'defect'),
    job: (name, fault, gaveUp) => logger[gaveUp ? 'error' : 'warn']({ job: name, fault, gaveUp }, 'job failed'),
    state: (what, numbers = {}) => logger.info({ ...numbers }, what),
  }
}
