/** What the oracle uses of nunjucks, which ships no types. */
declare module 'nunjucks' {
  class FileSystemLoader {
    constructor(folders: readonly string[])
  }
  class Environment {
    constructor(loader: FileSystemLoader, options: { autoescape: boolean; trimBlocks: boolean; lstripBlocks: boolean })
    addFilter(name: string, filter: (value: unknown, argument: string) => unknown): void
    renderString(template: string, context: Readonly<Record<string, unknown>>): string
    render(name: string, context: Readonly<Record<string, unknown>>): string
  }
  const nunjucks: { FileSystemLoader: typeof FileSystemLoader; Environment: typeof Environment }
  export default nunjucks
}
