/**
 * Trouble on the screen: read out at once, and removed when it is over.
 */
import type { ReactNode } from 'react';
import type { Trouble } from './trouble.ts';

export function TroubleNote({ trouble, children }: { trouble: Trouble | null | undefined; children?: ReactNode }) {
  return (
    <div role="alert">
      {trouble && (
        <section className="trouble">
          <strong>{trouble.title}</strong>
          <p>{trouble.advice}</p>
          <p className="hint">
            {trouble.code}
            {trouble.requestId && ` · request ${trouble.requestId}`}
          </p>
          {children}
        </section>
      )}
    </div>
  );
}
