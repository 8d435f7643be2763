/** What is wrong with the settings: one line each, with what is expected. The CLI exits with 2. */
export class InvalidSettingsError extends Error {
  override readonly name = 'InvalidSettingsError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}
