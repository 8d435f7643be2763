/**
 * Trouble on the screen: read out at once, and removed when it is over.
 */
export function TroubleNote({ trouble, children }) {
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
