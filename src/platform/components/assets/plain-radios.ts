/**
 * GOV.UK Frontend marks a radio that shows more fields with `aria-expanded`, which ARIA does not allow on a radio: some
 * screen readers then say nothing of it, some read it wrongly. The fields it shows follow it in the page all the same.
 */
export function plainRadios(page: Document): void {
  const plain = () => {
    for (const radio of page.querySelectorAll('input[type=radio][aria-expanded]'))
      radio.removeAttribute('aria-expanded')
  }
  plain()
  page.addEventListener('click', plain)
  // The script sets it again when the page comes back from history.
  window.addEventListener('pageshow', () => setTimeout(plain))
}
