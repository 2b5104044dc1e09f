import { Component, type ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Puts words where a part of the page failed, so that the rest goes on. Give it a `key` that changes when there is something else to show. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <ErrorState
        what="This part of the dashboard could not be shown."
        remedy="The gateway may have been updated meanwhile: loading the page again brings it up to date. If that does not help, tell whoever runs the gateway. Nothing that you saved is lost."
        retryable
        onRetry={() => location.reload()}
      />
    );
  }
}
