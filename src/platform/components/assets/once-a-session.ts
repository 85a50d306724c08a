/**
 * A reminder with `data-once="NAME"` is shown until its button (`data-once-done`) is used, and then not again in this
 * session of the browser. Without this script it is shown every time, without the button.
 */
export function onceASession(page: Document, session: Storage): void {
  for (const reminder of page.querySelectorAll<HTMLElement>('[data-once]')) {
    const key = `once ${reminder.dataset.once ?? ''}`
    if (session.getItem(key) !== null) {
      reminder.hidden = true
      continue
    }
    const done = reminder.querySelector<HTMLElement>('[data-once-done]')
    if (!done) continue
    done.hidden = false
    done.addEventListener('click', () => {
      session.setItem(key, 'done')
      reminder.hidden = true
      // The button is gone: reading goes on from the heading.
      const heading = page.querySelector('h1')
      heading?.setAttribute('tabindex', '-1')
      heading?.focus()
    })
  }
}
