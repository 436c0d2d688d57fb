/** What the footer tells about the last answer. */
export interface AnswerFacts {
  readonly status: number;
  /** Milliseconds from sending to the whole body read, as the browser measured it. */
  readonly durationMs: number;
  /** UTF-16 units of the decoded body. */
  readonly length: number;
}

export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}

type Listener = (facts: AnswerFacts) => void;

/**
 * Makes the function that sends an operation to `endpoint` and gives the answer as JSON.
 *
 * Answers with status 4xx carry GraphQL errors and come back like any other. A server that does not
 * answer, or answers with something else than JSON, becomes an error that says what to look at.
 */
export function createSender(endpoint: string, onAnswer: Listener) {
  return async (
    request: OperationRequest,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<object> => {
    const started = performance.now();
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(withoutStaleName(request)),
    }).catch((cause: unknown) => {
      throw new Error(`${endpoint} did not answer. Is the server still running?`, { cause });
    });
    const body = await response.text();
    // The introspection that GraphiQL sends by itself is not an answer the visitor asked for.
    if (request.operationName !== 'IntrospectionQuery') {
      onAnswer({ status: response.status, durationMs: performance.now() - started, length: body.length });
    }
    return parseAnswer(body, response);
  };
}

/**
 * GraphiQL learns the operation's name a moment after a tab was changed; who runs at once would be
 * told that the name of the former tab is unknown.
 */
function withoutStaleName(request: OperationRequest): OperationRequest {
  const { operationName, ...rest } = request;
  return operationName && request.query.includes(operationName) ? request : rest;
}

function parseAnswer(body: string, response: Response): object {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch {
    // Told below, with the status.
  }
  throw new Error(
    `The server answered ${response.status} ${response.statusText}, not JSON: ${body.slice(0, 300)}`,
  );
}
