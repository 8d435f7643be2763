import { gatewayConfig } from '../../src/config/gateway-config.js';
import { InvalidSettingsError } from '../../src/config/invalid-settings-error.js';

/** What is wrong with the settings of an environment; empty: nothing is. */
export function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    gatewayConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof InvalidSettingsError) return error.problems;
    throw error;
  }
}
