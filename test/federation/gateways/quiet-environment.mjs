/**
 * Imported first: the environment that the routers read when they are loaded. It switches reporting off, and removes settings of
 * this machine.
 */
for (const name of Object.keys(process.env)) if (/^(APOLLO|HIVE|OTEL)_/.test(name)) delete process.env[name];

process.env.APOLLO_TELEMETRY_DISABLED = '1'; // without it @apollo/gateway detects its cloud, and reports
process.env.OTEL_SDK_DISABLED = 'true';
