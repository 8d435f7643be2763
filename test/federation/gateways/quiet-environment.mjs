/**
 * Imported first: what the routers read of the environment when they are loaded. Nothing is reported anywhere, and nothing that
 * is set on this machine takes part.
 */
for (const name of Object.keys(process.env)) if (/^(APOLLO|HIVE|OTEL)_/.test(name)) delete process.env[name];

process.env.APOLLO_TELEMETRY_DISABLED = '1'; // without it @apollo/gateway looks for the cloud that it runs in, and reports
process.env.OTEL_SDK_DISABLED = 'true';
