# The command line and the mock provider. Chromium is not in the image: logins by HTTP form need none.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app/dist ./dist
RUN mkdir -p /reports && chown node:node /reports
USER node
EXPOSE 9400
# The exec form, so that SIGTERM reaches the mock itself.
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
CMD ["serve", "--port", "9400"]
