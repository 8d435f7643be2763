/** So many clients, each of whom asks again as soon as it is answered: the gateway is never idle. */

/** @returns how many requests were answered */
export async function closedLoop({ ask }, { durationMs, atOnce }) {
  const endMs = performance.now() + durationMs;
  let asked = 0;
  const client = async () => {
    while (performance.now() < endMs) await ask(asked++);
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  return asked;
}
