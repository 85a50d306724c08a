// Not by way of the index: what else is there reads files, and this runs in a browser.
import { clockTime } from '../../words/clock-time.ts'

const QUIET_FOR = 1000
const RETRY_AFTER = 15_000

/**
 * Long texts keep themselves. A form with a field marked `data-draft` is sent to its own address (or to the field's
 * `data-draft-url`) as the intent `save-draft` one second after the last key. While the service cannot be reached, the
 * text is kept in this browser under the name of the user and the page, and sent again when it can. Leaving with a
 * text that is kept nowhere asks first.
 *
 * A form marked `data-saves` keeps all its fields that way, under the intent the mark names. Its page answers
 * `SavedForm`: new values for hidden fields, and what could not be saved.
 */
export function keepDrafts(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form')) {
    const whole = form.dataset.saves !== undefined
    const fields = [...form.querySelectorAll<HTMLTextAreaElement>(whole ? 'textarea' : 'textarea[data-draft]')]
    if (fields.length > 0 || whole) keepForm(form, fields)
  }
}

/** What a page answers a form that saves itself. */
type SavedForm = {
  readonly hidden?: Readonly<Record<string, string>>
  readonly problems?: readonly { readonly text: string }[]
}

type Sent = {
  readonly reached: 'saved' | 'refused' | 'signed-out' | 'not-reached'
  readonly problems: readonly string[]
}

function keepForm(form: HTMLFormElement, fields: readonly HTMLTextAreaElement[]): void {
  const status = form.dataset.saves === undefined ? statusAfter(fields[fields.length - 1]!) : statusIn(form)
  let timer: ReturnType<typeof setTimeout> | undefined
  let changed = false
  let sending = false

  for (const field of fields) {
    const kept = localStorage.getItem(keyOf(field))
    if (kept !== null && kept !== field.value) {
      field.value = kept
      say('This browser kept words that were not saved. They are back in the text.')
      changed = true
      later(QUIET_FOR)
    }
  }
  const touched = () => {
    changed = true
    later(QUIET_FOR)
  }
  if (form.dataset.saves === undefined) for (const field of fields) field.addEventListener('input', touched)
  else form.addEventListener('input', touched)
  window.addEventListener('online', () => changed && later(0))
  window.addEventListener('beforeunload', event => {
    if (changed) event.preventDefault()
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    changed = false
    if (navigator.onLine) forgetHere(fields)
    else keepHere(fields)
  })

  function later(after: number) {
    clearTimeout(timer)
    timer = setTimeout(save, after)
  }

  async function save() {
    if (sending) return later(QUIET_FOR)
    sending = true
    changed = false
    const { reached, problems } = await send(form, fields)
    sending = false
    if (reached === 'saved') {
      forgetHere(fields)
      const saved = `Saved at ${timeInLondon(new Date())}`
      say(problems.length === 0 ? saved : `${saved}, but not everything: ${problems.join('. ')}.`, problems.length > 0)
      return
    }
    changed = true
    keepHere(fields)
    if (reached === 'refused') {
      say('Not saved: the service refused it. Your words are kept in this browser. Copy them before you leave.', true)
      return
    }
    if (reached === 'signed-out') {
      say('Not saved: you have been signed out. Your words are kept in this browser. Sign in in another tab.', true)
    } else {
      say('Not saved: the service cannot be reached. Your words are kept in this browser.', true)
    }
    later(RETRY_AFTER)
  }

  function say(words: string, problem = false) {
    status.textContent = words
    status.classList.toggle('app-draft-status--problem', problem)
  }
}

async function send(form: HTMLFormElement, fields: readonly HTMLTextAreaElement[]): Promise<Sent> {
  const none = { problems: [] }
  const answers = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') answers.append(name, value)
  answers.set('intent', form.dataset.saves ?? 'save-draft')
  try {
    const answer = await fetch(fields[0]?.dataset.draftUrl ?? form.getAttribute('action') ?? location.href, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: answers,
      credentials: 'same-origin',
    })
    if (answer.redirected) return { reached: 'signed-out', ...none }
    if (!answer.ok) return { reached: answer.status < 500 ? 'refused' : 'not-reached', ...none }
    if (form.dataset.saves === undefined) return { reached: 'saved', ...none }
    const { hidden = {}, problems = [] } = (await answer.json()) as SavedForm
    for (const [name, value] of Object.entries(hidden)) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement && field.type === 'hidden') field.value = value
    }
    return { reached: 'saved', problems: problems.map(({ text }) => text) }
  } catch {
    return { reached: 'not-reached', ...none }
  }
}

function keepHere(fields: readonly HTMLTextAreaElement[]): void {
  try {
    for (const field of fields) localStorage.setItem(keyOf(field), field.value)
  } catch {
    // The browser keeps nothing (private window, full): the page still asks before it is left.
  }
}

function forgetHere(fields: readonly HTMLTextAreaElement[]): void {
  for (const field of fields) localStorage.removeItem(keyOf(field))
}

/** One user's words never come back to another on the same machine. */
function keyOf(field: HTMLTextAreaElement): string {
  const user = document.querySelector('.app-signed-in__name')?.textContent ?? ''
  return `throughline-draft|${user}|${location.pathname}|${field.name}`
}

function statusAfter(field: HTMLElement): HTMLElement {
  const status = newStatus()
  field.after(status)
  return status
}

/** Before the buttons, or at the end. */
function statusIn(form: HTMLFormElement): HTMLElement {
  const status = newStatus()
  const buttons = form.querySelector('.govuk-button-group')
  if (buttons) buttons.before(status)
  else form.append(status)
  return status
}

function newStatus(): HTMLElement {
  const status = document.createElement('p')
  status.className = 'app-draft-status'
  status.setAttribute('role', 'status')
  status.setAttribute('aria-live', 'polite')
  return status
}

function timeInLondon(now: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })
  return clockTime(time.format(now) as `${number}:${number}`)
}
