/** A form with files as a browser posts it: the payload and its headers, for `inject`. */
export function multipart(
  fields: Readonly<Record<string, string>>,
  files: readonly { readonly field: string; readonly name: string; readonly content: Buffer }[],
): { readonly payload: Buffer; readonly headers: { readonly 'content-type': string } } {
  const boundary = '----throughline-test-boundary'
  const parts: Buffer[] = []
  for (const [name, value] of Object.entries(fields)) {
    parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`))
  }
  for (const { field, name, content } of files) {
    const head = `Content-Disposition: form-data; name="${field}"; filename="${name}"`
    parts.push(Buffer.from(`--${boundary}\r\n${head}\r\nContent-Type: application/octet-stream\r\n\r\n`), content)
    parts.push(Buffer.from('\r\n'))
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`))
  return { payload: Buffer.concat(parts), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
