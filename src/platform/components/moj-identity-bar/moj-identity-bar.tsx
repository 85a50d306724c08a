import { MojButtonMenu, type MojButtonMenuProps } from '../moj-button-menu/moj-button-menu.tsx'
import { type Content, classNames, type Look, said } from '../options.ts'

export type MojIdentityBarProps = Look & {
  readonly title?: Content | undefined
  readonly menus?: readonly MojButtonMenuProps[] | undefined
}

/** Who this page is about. */
export function MojIdentityBar(props: MojIdentityBarProps) {
  return (
    <div class={classNames('moj-identity-bar', props.classes)} {...props.attributes}>
      <div class="moj-identity-bar__container">
        <div class="moj-identity-bar__details">
          {props.title && <span class="moj-identity-bar__title">{said(props.title)}</span>}
        </div>
        {props.menus && (
          <div class="moj-identity-bar__actions">
            {props.menus.map(menu => (
              <div class="moj-identity-bar__menu">
                <MojButtonMenu {...menu} />
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}
