import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import styles from './Dialog.module.css'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'wide'
  /** False while closing would break off something: then only its own buttons close it. */
  readonly dismissable?: boolean
  readonly role?: 'dialog' | 'alertdialog'
}

/** A dialog over the desk: keeps the keyboard inside, closes with Escape, gives the focus back. */
export function Dialog({ title, onClose, children, actions, width = 'narrow', dismissable = true, role = 'dialog' }: Props) {
  return (
    <ModalOverlay isOpen onOpenChange={(open) => { if (!open) onClose() }} isDismissable={dismissable} isKeyboardDismissDisabled={!dismissable} className={styles['veil'] ?? ''}>
      <Modal className={`${styles['modal']} ${styles[width]}`}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <header className={styles['head']}>
            <Heading slot="title" className={styles['title'] ?? ''}>{title}</Heading>
            {dismissable && <button type="button" className={styles['close']} aria-label="Close" onClick={onClose}><X size={15} /></button>}
          </header>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is longer than the window is scrolled with the keyboard too */}
          <div className={styles['body']} tabIndex={width === 'wide' ? 0 : undefined}>{children}</div>
          {actions && <footer className={styles['actions']}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
