import type { LocalDate } from '../../../platform/calendar/index.ts'
import { MojIdentityBar, Tag } from '../../../platform/components/index.ts'
import type { IdentityBar } from '../queries/identity-bar.ts'
import { type BarView, barView } from './person-bar.view.ts'

/** Who the page is about, the same on every page of a case: name, CRN, date of birth and age, tier, risk. */
export function PersonBar({ bar, today }: { readonly bar: IdentityBar; readonly today: LocalDate }) {
  return <Bar view={barView(bar, today)} />
}

function Bar({ view }: { readonly view: BarView }) {
  return (
    <MojIdentityBar
      title={{
        html: (
          <>
            <span class="app-identity">
              <span class="app-identity__name">{view.name}</span>
              <span class="app-nowrap">{view.crn}</span>
              {view.facts.map(fact => (
                <span class="app-nowrap">{fact}</span>
              ))}
            </span>
            {view.flags.length > 0 && (
              <span class="app-flags">
                {view.flags.map(flag => (
                  <Tag text={flag.text} classes={`govuk-tag--${flag.colour}`} />
                ))}
              </span>
            )}
          </>
        ),
      }}
    />
  )
}
