import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Viewer } from '../access/index.ts'
import type { Problem } from '../errors/index.ts'
import type { Answers } from './page.ts'

/** What the page being drawn knows of its frame. */
export type Ui = {
  readonly csrf: string
  readonly path: string
  readonly viewer: Viewer | null
  readonly problems: readonly Problem[]
  readonly answers: Answers
  readonly today: string
  can(action: string): boolean
}

const nobodyYet: Ui = { csrf: '', path: '', viewer: null, problems: [], answers: {}, today: '', can: () => false }

export const UiContext = createContext<Ui>(nobodyYet)

export function useUi(): Ui {
  return useContext(UiContext)
}

/** What was typed into a field before the form was refused, else `current`. */
export function useAnswer(field: string, current = ''): string {
  const answer = useUi().answers[field]
  if (answer === undefined) return current
  return typeof answer === 'string' ? answer : (answer[0] ?? '')
}

/** The message of a field in the shape the components take as `errorMessage`. */
export function useProblem(field: string): { readonly text: string } | undefined {
  const found = useUi().problems.find(problem => problem.field === field)
  return found && { text: found.text }
}

export type FormProps = {
  readonly action?: string
  readonly method?: 'post' | 'get'
  /** Chooses among the page's `posts`. */
  readonly intent?: string
  readonly id?: string
  readonly class?: string
  readonly enctype?: 'multipart/form-data'
  /** The form saves itself while it is filled in, as this intent, which answers `json` (see `Go`). */
  readonly saves?: string
  readonly children?: ComponentChildren
}

/** A form of this page, with the token that shows it was drawn for this session. */
export function Form({ method = 'post', action, intent, saves, children, ...rest }: FormProps) {
  const ui = useUi()
  return (
    <form method={method} action={action ?? ui.path} novalidate data-saves={saves} {...rest}>
      {method === 'post' && <input type="hidden" name="_csrf" value={ui.csrf} />}
      {intent !== undefined && <input type="hidden" name="intent" value={intent} />}
      {children}
    </form>
  )
}
