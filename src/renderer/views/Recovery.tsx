import { Component, type ReactNode } from 'react'
import { Button } from '../controls/Button'
import { UnexpectedActions, UnexpectedText } from './Unexpected'
import styles from './Unexpected.module.css'

/** What stands in the window when drawing it failed: the work is saved apart from what is drawn. */
export class Recovery extends Component<{ readonly children: ReactNode; readonly onFailed: (error: unknown) => void }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFailed(error)
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <main role="alert" className={styles['page']}>
        <h1>Something could not be drawn</h1>
        <UnexpectedText place="drawing" />
        <div className={styles['row']}>
          <Button kind="main" onClick={() => { this.setState({ failed: false }) }}>Go on</Button>
          <UnexpectedActions />
        </div>
      </main>
    )
  }
}
