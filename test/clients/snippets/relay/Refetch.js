/** Relay: refetchable fragments on a session and on a topic. */
import { graphql, useLazyLoadQuery, useRefetchableFragment } from 'react-relay';

const query = graphql`
  query RefetchQuery($sessionId: ID!, $topicId: ID!) {
    chatSession(id: $sessionId) { ...Refetch_session }
    chatTopic(id: $topicId) { ...Refetch_topic }
  }`;

const sessionFragment = graphql`
  fragment Refetch_session on ChatSession
  @refetchable(queryName: "RefetchSessionQuery")
  @argumentDefinitions(last: { type: "Int", defaultValue: 20 }) {
    customerName
    messages(last: $last) { id message }
  }`;

const topicFragment = graphql`
  fragment Refetch_topic on ChatTopic @refetchable(queryName: "RefetchTopicQuery") { name }`;

export const useSessionAndTopic = (variables) => useLazyLoadQuery(query, variables);

/** @returns [data, refetch]: `refetch({}, { fetchPolicy: 'network-only' })` reads only this session again */
export const useSession = ({ chatSession }) => useRefetchableFragment(sessionFragment, chatSession);

export const useTopic = ({ chatTopic }) => useRefetchableFragment(topicFragment, chatTopic);
