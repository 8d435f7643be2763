/**
 * The entry point of the emulator; the gateway imports nothing else of it.
 */
export { startEmulator } from './start-emulator.js';
export { optionsLike } from './options-like.js';
export type { Emulator, EmulatorOptions, RecordedRequest, TenantOptions } from './emulator-options.js';
export type { Refusal, ServerQuirks as ServerReadings } from './server-quirks.js';
export type { Clock } from './clock.js';
export type { LoginOptions } from './login/login-options.js';
export type { Fault } from './faults.js';
export type { Arrival, ChatSteps, SessionAgent } from './chat-steps.js';
export type { MessageRecord, SessionRecord, TopicRecord } from './records/typed-records.js';
export type { JsonRecord, JsonValue } from './json-record.js';
