/** The operations of consoles, of this version and of earlier ones. */
export const consoleOperations: readonly { id: string; name: string; type: string; body: string }[] = [
  {
    "id": "c5c74857de01dabbb34682f72f846ac32a51122730c7e853e31397ced0bfbc4f",
    "name": "AcceptTransfer",
    "type": "mutation",
    "body": "mutation AcceptTransfer($id: ID!, $key: String) {\n  acceptChatSessionTransfer(id: $id, idempotencyKey: $key) {\n    session {\n      ...SessionState\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}\n\nfragment SessionState on ChatSession {\n  id\n  status\n  isMine\n  isOfferedToMe\n  user {\n    id\n    fullName\n    __typename\n  }\n  transferTo {\n    id\n    fullName\n    __typename\n  }\n  __typename\n}"
  },
  {
    "id": "3b44050301c1b95d4f177eb1adb44839f3ef8548e468e07c75e37397380553c9",
    "name": "CloseSession",
    "type": "mutation",
    "body": "mutation CloseSession($id: ID!, $key: String) {\n  closeChatSession(id: $id, idempotencyKey: $key) {\n    session {\n      id\n      status\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}"
  },
  {
    "id": "eb33e2022a8f8e7c81a294cba7e9d7cdbf0ece0d02305a608ff892f82d6c7a72",
    "name": "Conversation",
    "type": "query",
    "body": "query Conversation($sessionId: ID!, $after: ID, $last: Int) {\n  chatMessages(sessionId: $sessionId, after: $after, last: $last) {\n    ...Line\n    __typename\n  }\n}\n\nfragment Line on ChatMessage {\n  id\n  type\n  specialType\n  message\n  author\n  whenPosted\n  __typename\n}"
  },
  {
    "id": "82159b670f4791c8363b364c46e7fa0015dfd983d5fee26cea58ac323c18ee7f",
    "name": "FindSessions",
    "type": "query",
    "body": "query FindSessions($filter: ChatSessionFilter!, $first: Int, $after: String) {\n  findChatSessions(filter: $filter, first: $first, after: $after) {\n    nodes {\n      id\n      status\n      firstMessage\n      person {\n        id\n        fullName\n        __typename\n      }\n      topic {\n        id\n        name\n        __typename\n      }\n      user {\n        id\n        fullName\n        __typename\n      }\n      whenRequested\n      whenEnded\n      waitSeconds\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}"
  },
  {
    "id": "7e97ece885154a5a68b2cce56c1eb0c97b7611ea4dbb84c53e21fc7ad4f08368",
    "name": "MessagesAdded",
    "type": "subscription",
    "body": "subscription MessagesAdded($sessionIds: [ID!]!, $after: ID) {\n  chatMessagesAdded(sessionIds: $sessionIds, after: $after) {\n    messages {\n      chatSessionId\n      ...Line\n      __typename\n    }\n    cursor\n    __typename\n  }\n}\n\nfragment Line on ChatMessage {\n  id\n  type\n  specialType\n  message\n  author\n  whenPosted\n  __typename\n}"
  },
  {
    "id": "6a22d6740a789c17d4d3409cfa8ef05de556fb21ac4f21745dea8925cfcc227f",
    "name": "PickUp",
    "type": "mutation",
    "body": "mutation PickUp($id: ID!, $key: String) {\n  pickUpChatSession(id: $id, idempotencyKey: $key) {\n    session {\n      ...SessionState\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}\n\nfragment SessionState on ChatSession {\n  id\n  status\n  isMine\n  isOfferedToMe\n  user {\n    id\n    fullName\n    __typename\n  }\n  transferTo {\n    id\n    fullName\n    __typename\n  }\n  __typename\n}"
  },
  {
    "id": "accad57814ec2746988cc188c63c72d8c5849bfb4bbbc585845799597c67d38a",
    "name": "PickUpNext",
    "type": "mutation",
    "body": "mutation PickUpNext($key: String) {\n  pickUpNextChatSession(idempotencyKey: $key) {\n    session {\n      ...SessionState\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}\n\nfragment SessionState on ChatSession {\n  id\n  status\n  isMine\n  isOfferedToMe\n  user {\n    id\n    fullName\n    __typename\n  }\n  transferTo {\n    id\n    fullName\n    __typename\n  }\n  __typename\n}"
  },
  {
    "id": "2006f02ae3948351ee3d6f8260fd62b9972af388a1f9e10cc7983e8e2c252b38",
    "name": "Presence",
    "type": "query",
    "body": "query Presence {\n  chatPresence {\n    id\n    displayName\n    present\n    ongoingChats\n    __typename\n  }\n}"
  },
  {
    "id": "1978ed644a163e0fd22665eba7eb62106c78b75643a3282f9ee87dbeb50c0d78",
    "name": "Pulse",
    "type": "query",
    "body": "query Pulse {\n  myChatSessions {\n    id\n    status\n    whenIdle\n    waitSeconds\n    isCustomerGone\n    isMine\n    isOfferedToMe\n    transferTo {\n      id\n      __typename\n    }\n    __typename\n  }\n}"
  },
  {
    "id": "51e5f45af72718e9cfcf171b45ce8722c2e007b5bebc940a3832de358971d598",
    "name": "RejectTransfer",
    "type": "mutation",
    "body": "mutation RejectTransfer($id: ID!, $key: String) {\n  rejectChatSessionTransfer(id: $id, idempotencyKey: $key) {\n    session {\n      ...SessionState\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}\n\nfragment SessionState on ChatSession {\n  id\n  status\n  isMine\n  isOfferedToMe\n  user {\n    id\n    fullName\n    __typename\n  }\n  transferTo {\n    id\n    fullName\n    __typename\n  }\n  __typename\n}"
  },
  {
    "id": "f3357c75118fe0b52fe359eeee309828a79ba51733af3d8a061ffaf92be0cb1a",
    "name": "ReturnToQueue",
    "type": "mutation",
    "body": "mutation ReturnToQueue($id: ID!, $key: String) {\n  resetChatSession(id: $id, idempotencyKey: $key) {\n    session {\n      ...SessionState\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}\n\nfragment SessionState on ChatSession {\n  id\n  status\n  isMine\n  isOfferedToMe\n  user {\n    id\n    fullName\n    __typename\n  }\n  transferTo {\n    id\n    fullName\n    __typename\n  }\n  __typename\n}"
  },
  {
    "id": "2e9a7d53f05be873144c4b7222a3bc4002f9fa840fa5674b9e15593c136d9c23",
    "name": "SendMessage",
    "type": "mutation",
    "body": "mutation SendMessage($sessionId: ID!, $message: String!, $lastMessageId: ID, $key: String) {\n  addChatMessage(\n    sessionId: $sessionId\n    message: $message\n    lastMessageId: $lastMessageId\n    idempotencyKey: $key\n  ) {\n    message {\n      id\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}"
  },
  {
    "id": "841d3299f963b7955910103a7d34270e7f85376a904d09140b8ab4fbb82b253a",
    "name": "Session",
    "type": "query",
    "body": "query Session($id: ID!) {\n  chatSession(id: $id) {\n    ...ListedSession\n    __typename\n  }\n}\n\nfragment ListedSession on ChatSession {\n  id\n  status\n  whenIdle\n  waitSeconds\n  isCustomerGone\n  isMine\n  isOfferedToMe\n  customerDisplayName\n  customerCompanyName\n  firstMessage\n  topicId\n  user {\n    id\n    fullName\n    __typename\n  }\n  transferTo {\n    id\n    fullName\n    __typename\n  }\n  person {\n    id\n    fullName\n    __typename\n  }\n  __typename\n}"
  },
  {
    "id": "7e894e61b47d018ccdaad6a87a72caccd821061ab500034e4b75c1955b6fefeb",
    "name": "SessionList",
    "type": "query",
    "body": "query SessionList {\n  myChatSessions {\n    ...ListedSession\n    __typename\n  }\n}\n\nfragment ListedSession on ChatSession {\n  id\n  status\n  whenIdle\n  waitSeconds\n  isCustomerGone\n  isMine\n  isOfferedToMe\n  customerDisplayName\n  customerCompanyName\n  firstMessage\n  topicId\n  user {\n    id\n    fullName\n    __typename\n  }\n  transferTo {\n    id\n    fullName\n    __typename\n  }\n  person {\n    id\n    fullName\n    __typename\n  }\n  __typename\n}"
  },
  {
    "id": "cba2ab368ddac70fcf400822f31928183e998d407968666a000d0fc0aa6d3ba9",
    "name": "SessionsChanged",
    "type": "subscription",
    "body": "subscription SessionsChanged {\n  myChatSessionsChanged {\n    isComplete\n    sessions {\n      ...ListedSession\n      __typename\n    }\n    addedIds\n    goneIds\n    __typename\n  }\n}\n\nfragment ListedSession on ChatSession {\n  id\n  status\n  whenIdle\n  waitSeconds\n  isCustomerGone\n  isMine\n  isOfferedToMe\n  customerDisplayName\n  customerCompanyName\n  firstMessage\n  topicId\n  user {\n    id\n    fullName\n    __typename\n  }\n  transferTo {\n    id\n    fullName\n    __typename\n  }\n  person {\n    id\n    fullName\n    __typename\n  }\n  __typename\n}"
  },
  {
    "id": "261f0000ff242cc13a1eaf31fce9da288fa349cbf1149a367f741fee9697b3e8",
    "name": "SetPresence",
    "type": "mutation",
    "body": "mutation SetPresence($present: Boolean!, $key: String) {\n  setMyChatPresence(present: $present, idempotencyKey: $key) {\n    presence {\n      id\n      displayName\n      present\n      ongoingChats\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}"
  },
  {
    "id": "3b2ae6437dbaa36f00cec4dc48e0e4d0e78d9947524b79ac3b81aaa446f857c6",
    "name": "StartPage",
    "type": "query",
    "body": "query StartPage {\n  myChatUser {\n    id\n    fullName\n    __typename\n  }\n  myChatTopics {\n    id\n    name\n    __typename\n  }\n  myChatSessions {\n    ...ListedSession\n    __typename\n  }\n}\n\nfragment ListedSession on ChatSession {\n  id\n  status\n  whenIdle\n  waitSeconds\n  isCustomerGone\n  isMine\n  isOfferedToMe\n  customerDisplayName\n  customerCompanyName\n  firstMessage\n  topicId\n  user {\n    id\n    fullName\n    __typename\n  }\n  transferTo {\n    id\n    fullName\n    __typename\n  }\n  person {\n    id\n    fullName\n    __typename\n  }\n  __typename\n}"
  },
  {
    "id": "e4ac42059d03e98b21cb9045a7e6897df4d5d5b6349723df73f76d4196906456",
    "name": "StartSession",
    "type": "mutation",
    "body": "mutation StartSession($topicId: ID!, $input: ChatSessionUpdateInput, $key: String) {\n  createChatSession(topicId: $topicId, input: $input, idempotencyKey: $key) {\n    session {\n      ...SessionState\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}\n\nfragment SessionState on ChatSession {\n  id\n  status\n  isMine\n  isOfferedToMe\n  user {\n    id\n    fullName\n    __typename\n  }\n  transferTo {\n    id\n    fullName\n    __typename\n  }\n  __typename\n}"
  },
  {
    "id": "42ec6bb6035919395998ef2d9f7259bc52e6e657167e75e3248777016c681043",
    "name": "Topics",
    "type": "query",
    "body": "query Topics {\n  myChatTopics {\n    id\n    name\n    __typename\n  }\n}"
  },
  {
    "id": "9c089dd55c498a1f65428634740ac8359da075c52f7b0a3fd58eec6ddc3ebca9",
    "name": "Transfer",
    "type": "mutation",
    "body": "mutation Transfer($id: ID!, $toAssociateId: ID!, $key: String) {\n  transferChatSession(\n    id: $id\n    toAssociateId: $toAssociateId\n    idempotencyKey: $key\n  ) {\n    session {\n      id\n      transferTo {\n        id\n        fullName\n        __typename\n      }\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}"
  },
  {
    "id": "1e3dcec3aa0f1069af01e24d437e8b2596edce7110d5d50a12cfec29a2f4db25",
    "name": "TransferTargets",
    "type": "query",
    "body": "query TransferTargets {\n  transferTargets {\n    id\n    name\n    associateId\n    __typename\n  }\n}"
  },
  {
    "id": "1afd56a752f78ad406f21f6645e3d5715b2d4fcdcfd552a45e009d95eec07803",
    "name": "UpdateSession",
    "type": "mutation",
    "body": "mutation UpdateSession($id: ID!, $input: ChatSessionUpdateInput!, $key: String) {\n  updateChatSession(id: $id, input: $input, idempotencyKey: $key) {\n    session {\n      id\n      customerDisplayName\n      customerCompanyName\n      topicId\n      person {\n        id\n        fullName\n        __typename\n      }\n      contact {\n        id\n        name\n        __typename\n      }\n      __typename\n    }\n    userErrors {\n      code\n      message\n      __typename\n    }\n    __typename\n  }\n}"
  }
];
