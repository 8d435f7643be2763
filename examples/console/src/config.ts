/** What the page has to know before it starts: `/config.json` of the server that it comes from. */
export interface Config {
  readonly gatewayUrl: string;
  /** Seconds between two rounds of polling. */
  readonly pollSeconds: number;
  /** Whether the gateway has subscriptions; where it refuses them, the console polls. */
  readonly isLive?: boolean;
  /** How agents sign in: with a token that they enter, or by the server of the page, which keeps the token (examples/sign-in). */
  readonly signIn?: 'token' | 'server';
  /** With `server`: whether the agent has a session there. */
  readonly isSignedIn?: boolean;
}

export async function readConfig(): Promise<Config> {
  const response = await fetch('/config.json');
  return response.json();
}
