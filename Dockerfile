# The gateway as a container. `docker build -t superoffice-chat-graphql .`
# Not built where this is developed (there is no Docker there): test/architecture/containers.test.ts holds what can be held.
# It writes no file, so it runs with a read-only root file system.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json LICENSE ./
RUN npm ci --no-audit --no-fund
COPY schema schema
COPY src src
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production PORT=4000
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY schema schema
COPY --from=build /app/dist dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Room for what is gone after one request: a tenth less CPU for lists, for some 25 MB more (64 would take 85 MB, and end a container of 256 MB). And no collection of garbage while there are no requests:
# V8 throws its optimized code away with it, and the next requests take several times as long.
CMD ["node", "--max-semi-space-size=32", "--no-memory-reducer", "dist/cli/main.js", "serve"]
