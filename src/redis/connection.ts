/**
 * The connection to Redis. Nothing waits for a Redis that is away: a command fails at once, or after half a second, and each part of the
 * gateway goes on by itself. The connection is renewed in the background.
 */
import type { RedisConfig } from '../config/redis-config.js';
import type { Logger } from '../observability/logger.js';

/** As the library types a client with these options. */
export type RedisClient = Awaited<ReturnType<typeof newClient>>;

/** Longer than a pause of Redis for its own work, shorter than a caller notices. */
const commandMs = 500;

const connectMs = 2_000;
const checkMs = 500;
const longestPauseMs = 2_000;

/** How long the entry that a check writes stays, in seconds. */
const checkedSeconds = 60;

/** Nothing was received for so long although a reply is due: the connection is dead. */
const silenceMs = 10_000;

/** Redis is away, or does not reply in time. */
export class RedisUnavailableError extends Error {
  override readonly name = 'RedisUnavailableError';
}

const pauseMs = (attempts: number): number => Math.min(longestPauseMs, 50 * 2 ** attempts);

/** A connection without a queue of commands: while it is away, they fail. @param isRenewed whether it reconnects by itself */
async function newClient({ url }: RedisConfig, isRenewed: boolean) {
  const { createClient: create } = await import('@redis/client'); // only loaded where it is used
  const socket = { connectTimeout: connectMs, socketTimeout: silenceMs, reconnectStrategy: isRenewed && pauseMs };
  const client = create({ url, disableOfflineQueue: true, socket });
  client.on('error', () => undefined); // the checks notice it
  return client;
}

export interface RedisOptions {
  readonly config: RedisConfig;
  readonly logger: Logger;
}

type Listener = (isAvailable: boolean) => void;

export class RedisConnection implements Disposable {
  #isAvailable = false;
  #isChecking = false;
  readonly #listeners: Listener[] = [];
  readonly #clients = new Set<RedisClient>();
  readonly #timer: NodeJS.Timeout;

  private constructor(
    private readonly options: RedisOptions,
    private readonly client: RedisClient,
  ) {
    this.#clients.add(client);
    this.#timer = setInterval(() => void this.#check(), checkMs);
  }

  /** Resolves also where Redis is away. */
  static async open(options: RedisOptions): Promise<RedisConnection> {
    const client = await newClient(options.config, true);
    const connection = new RedisConnection(options, client);
    const connected = client.connect().catch(() => undefined);
    await Promise.race([connected, new Promise((resolve) => setTimeout(resolve, connectMs).unref())]);
    await connection.#check();
    return connection;
  }

  get isAvailable(): boolean {
    return this.#isAvailable;
  }

  key(...parts: readonly string[]): string {
    return [this.options.config.prefix, ...parts].join(':');
  }

  /** Informs of each change. */
  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** @throws {RedisUnavailableError} at once where it is away, or after half a second */
  async run<Value>(command: (client: RedisClient) => Promise<Value>): Promise<Value> {
    if (!this.#isAvailable) throw new RedisUnavailableError('it is away');
    return this.#inTime(command);
  }

  /** A connection for commands that wait. @param use ends with the connection @throws where Redis is away, or what `use` throws */
  async withOwnClient(use: (client: RedisClient) => Promise<void>): Promise<void> {
    const client = await newClient(this.options.config, false);
    this.#clients.add(client);
    try {
      await client.connect();
      await use(client);
    } finally {
      this.#clients.delete(client);
      if (client.isOpen) client.destroy();
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    this.#listeners.length = 0;
    for (const client of this.#clients) if (client.isOpen) client.destroy();
  }

  async #inTime<Value>(command: (client: RedisClient) => Promise<Value>): Promise<Value> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new RedisUnavailableError('it does not reply')), commandMs);
    });
    try {
      return await Promise.race([command(this.client), late]);
    } catch (error) {
      this.#set(false);
      throw new RedisUnavailableError(error instanceof Error ? error.message : 'unknown');
    } finally {
      clearTimeout(timer);
    }
  }

  /** It has to write: a Redis that is full, or a copy of another one, replies to pings. One at a time: a paused one replies in the end. */
  async #check(): Promise<void> {
    if (this.#isChecking || !this.client.isReady) return void (this.client.isReady || this.#set(false));
    this.#isChecking = true;
    const expiration = { type: 'EX', value: checkedSeconds } as const;
    const replied = this.client.set(this.key('check'), '', { expiration }).then(
      () => true,
      () => false,
    );
    const isLate = await Promise.race([
      replied.then(() => false),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(true), commandMs).unref()),
    ]);
    if (isLate) this.#set(false);
    this.#set(await replied);
    this.#isChecking = false;
  }

  #set(isAvailable: boolean): void {
    if (isAvailable === this.#isAvailable) return;
    this.#isAvailable = isAvailable;
    const { logger } = this.options;
    if (isAvailable) logger.info({ event: 'redis', isAvailable }, 'Redis is available');
    else logger.warn({ event: 'redis', isAvailable }, 'Redis is away: this replica goes on by itself');
    for (const listener of this.#listeners) listener(isAvailable);
  }
}
