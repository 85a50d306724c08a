// Not by way of the index: what else is there reads files, and this runs in a browser.
import { clockTime } from '../../words/clock-time.ts'

const QUIET_FOR = 1000
const RETRY_AFTER = 15_000

/**
 * Long texts keep themselves. A form with a field marked `data-draft` is sent to its own address (or to the field's
 * `data-draft-url`) as the intent `save-draft` one second after the last key. While the service cannot be reached, the
 * text is kept in this browser under the name of the user and the page, and sent again when it can. Leaving with a
 * text that is kept nowhere asks first.
 */
export function keepDrafts(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form')) {
    const fields = [...form.querySelectorAll<HTMLTextAreaElement>('textarea[data-draft]')]
    if (fields.length > 0) keepForm(form, fields)
  }
}

function keepForm(form: HTMLFormElement, fields: readonly HTMLTextAreaElement[]): void {
  const status = statusBelow(fields[fields.length - 1]!)
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
    field.addEventListener('input', () => {
      changed = true
      later(QUIET_FOR)
    })
  }
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
    const reached = await send(form, fields)
    sending = false
    if (reached === 'saved') {
      forgetHere(fields)
      say(`Saved at ${timeInLondon(new Date())}`)
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

async function send(form: HTMLFormElement, fields: readonly HTMLTextAreaElement[]) {
  const answers = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') answers.append(name, value)
  answers.set('intent', 'save-draft')
  try {
    const answer = await fetch(fields[0]!.dataset.draftUrl ?? form.getAttribute('action') ?? location.href, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: answers,
      credentials: 'same-origin',
    })
    if (answer.redirected) return 'signed-out'
    if (answer.ok) return 'saved'
    return answer.status < 500 ? 'refused' : 'not-reached'
  } catch {
    return 'not-reached'
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

function statusBelow(field: HTMLTextAreaElement): HTMLElement {
  const status = document.createElement('p')
  status.className = 'app-draft-status'
  status.setAttribute('role', 'status')
  status.setAttribute('aria-live', 'polite')
  field.after(status)
  return status
}

function timeInLondon(now: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })
  return clockTime(time.format(now) as `${number}:${number}`)
}
