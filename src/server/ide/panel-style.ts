/**
 * How the panel "REST calls" looks, as the browser gets it: a column on the right, beside which the package's page is made narrower.
 */
export const panelStyle = String.raw`:root { --rest-calls-width: 350px; }
:root.rest-calls-closed { --rest-calls-width: 0px; }
app-root { display: block; width: calc(100vw - var(--rest-calls-width)); overflow: hidden; }
.rest-calls {
  position: fixed; inset: 0 0 0 auto; width: 350px; z-index: 5; box-sizing: border-box;
  display: grid; grid-template: auto 1fr / 1fr auto; background: #f7f8fa; color: #1f2933;
  border-left: 1px solid #c5ccd6; font: 13px/1.45 'Helvetica Neue', Arial, sans-serif;
}
.rest-calls *, .rest-calls *::before { box-sizing: border-box; }
.rest-calls p, .rest-calls h2, .rest-calls ol { margin: 0; padding: 0; }
.rest-calls .heading { padding: 12px 14px; font-size: 15px; font-weight: 600; color: #102a43; }
.rest-calls .toggle {
  align-self: center; margin-right: 12px; padding: 4px 10px; border: 1px solid #829ab1; border-radius: 4px;
  background: #fff; color: #102a43; font: inherit; cursor: pointer;
}
.rest-calls .toggle:hover { background: #e6ecf2; }
.rest-calls :focus-visible { outline: 2px solid #0b69a3; outline-offset: -2px; }
.rest-calls .body { grid-column: 1 / -1; overflow-y: auto; padding: 0 14px 14px; }
.rest-calls .totals { padding-bottom: 8px; font-weight: 600; color: #0a558c; overflow-wrap: anywhere; }
.rest-calls .note { color: #3e4c59; }
.rest-calls .list { list-style: none; counter-reset: call; }
.rest-calls li {
  counter-increment: call; margin-top: 8px; padding: 8px 10px; background: #fff; border: 1px solid #d9e2ec; border-radius: 6px;
}
.rest-calls .operation { overflow-wrap: anywhere; }
.rest-calls .operation::before { content: counter(call) '. '; color: #52606d; }
.rest-calls .figures { display: flex; flex-wrap: wrap; gap: 0 12px; color: #52606d; font-variant-numeric: tabular-nums; }
.rest-calls .good { color: #0b6e3c; font-weight: 600; }
.rest-calls .bad { color: #ab091e; font-weight: 600; }
.rest-calls .quiet { color: #52606d; }
.rest-calls .selection { margin-top: 4px; font: 12px/1.5 ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
.rest-calls .select { font: inherit; color: #1f2933; background: none; padding: 0; }
.rest-calls-closed .rest-calls {
  inset: auto 12px 12px auto; width: auto; display: block; border: 0; background: none;
}
.rest-calls-closed .rest-calls .heading, .rest-calls-closed .rest-calls .body { display: none; }
.rest-calls-closed .rest-calls .toggle { margin: 0; padding: 8px 14px; box-shadow: 0 1px 4px rgb(0 0 0 / 30%); }
`;
