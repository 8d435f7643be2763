/** Codegen's configuration, for documents that Apollo Client sends by their hash. */
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

export default {
  schema: 'node_modules/superoffice-chat-graphql-client/api.graphql',
  documents: 'src/**/*.{ts,tsx}',
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' } },
      config: { strictScalars: true, useTypeImports: true, scalars: { DateTime: 'string', LocalTime: 'string' } },
      documentTransforms: [addTypenameSelectionDocumentTransform],
    },
  },
};
