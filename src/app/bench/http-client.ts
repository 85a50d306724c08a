import http from 'node:http'

export type HttpAnswer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: string }

export type HttpClient = {
  /** Rejects when the connection breaks or nothing comes for 30 s: then it is not known whether the request was done. */
  send(
    method: 'GET' | 'POST',
    path: string,
    headers?: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<HttpAnswer>
  close(): void
}

/** A client with connections of its own that it keeps open, as a proxy in front of the application does. */
export function httpClient(url: string): HttpClient {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  return {
    send: (method, path, headers = {}, body = '') =>
      new Promise((resolve, reject) => {
        const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {}
        const request = http.request(
          `${url}${path}`,
          { method, agent, headers: { ...headers, ...length }, timeout: 30_000 },
          answer => {
            const pieces: Buffer[] = []
            answer.on('data', piece => pieces.push(piece))
            answer.on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                body: Buffer.concat(pieces).toString('utf8'),
              }),
            )
            answer.on('aborted', () => reject(new Error('The answer broke off')))
            answer.on('error', reject)
          },
        )
        request.on('timeout', () => request.destroy(new Error('Nothing came for 30 s')))
        request.on('error', reject)
        request.end(body)
      }),
    close: () => agent.destroy(),
  }
}
