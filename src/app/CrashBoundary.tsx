import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { PartLoadError } from '../ui/lazyPart.tsx';
import { ErrorState } from '../ui/PageState.tsx';

interface CrashBoundaryProps {
  readonly children: ReactNode;
  /** In place of the full state where there is little room. */
  readonly compact?: boolean;
}

interface CrashBoundaryState {
  readonly error: Error | undefined;
}

/** Holds a crash, or a chunk that didn't arrive, to this part of the page. Drafts live in storage and survive both. */
export class CrashBoundary extends Component<CrashBoundaryProps, CrashBoundaryState> {
  override state: CrashBoundaryState = { error: undefined };

  static getDerivedStateFromError(thrown: unknown): CrashBoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  readonly tryAgain = () => {
    if (this.state.error instanceof PartLoadError) this.state.error.forget();
    this.setState({ error: undefined });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const missing = error instanceof PartLoadError;
    const again = (
      <Button variant="contained" size={this.props.compact ? 'small' : 'medium'} onClick={this.tryAgain}>
        Try again
      </Button>
    );
    if (this.props.compact) return <div role="alert">Couldn’t be loaded. {again}</div>;
    return (
      <ErrorState
        title={missing ? 'This page couldn’t be loaded' : 'Something broke on this page'}
        detail={
          missing
            ? 'The network failed, or a newer version has been installed. What you have edited is kept.'
            : 'What you have edited is kept, and nothing was saved. Reload to go on.'
        }
        technical={missing ? undefined : error.message}
        actions={
          <>
            {again}
            <Button variant="outlined" onClick={() => location.reload()}>
              Reload
            </Button>
          </>
        }
      />
    );
  }
}
