import { GraphQLScalarType } from 'graphql';
import { GraphQLDate, GraphQLDateTime, GraphQLJSONObject, GraphQLLocale, GraphQLURL } from 'graphql-scalars';
import { UserError } from '../errors.ts';
import { builder } from './builder.ts';

/**
 * A scalar of a well-kept library with our own description. What goes out is given as it is stored, since import has
 * already brought it into this form; what comes in is checked by the library and handed on as text, in the form in which
 * it is stored.
 *
 * What the library refuses is a `UserError` whose hint is the description: it says how such a value is written.
 */
function storedScalar(
  name: string,
  library: GraphQLScalarType,
  specifiedByURL: string,
  description: string,
  stored: (value: unknown) => unknown = (value) => value,
): GraphQLScalarType {
  const { parseValue, parseLiteral, serialize: _, extensions: __, ...config } = library.toConfig();
  const checked = (check: () => void, value: unknown): unknown => {
    try {
      check();
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new UserError('BAD_USER_INPUT', message, description, { cause });
    }
    return stored(value);
  };
  return new GraphQLScalarType({
    ...config,
    name,
    description,
    specifiedByURL,
    serialize: (value) => value,
    parseValue: (value) => checked(() => parseValue(value), value),
    parseLiteral: (node, variables) =>
      checked(() => parseLiteral(node, variables), 'value' in node ? node.value : null),
  });
}

builder.addScalarType(
  'DateTime',
  storedScalar(
    'DateTime',
    GraphQLDateTime,
    'https://www.rfc-editor.org/rfc/rfc3339',
    'An instant: ISO 8601 with a time zone, such as `2024-03-09T14:30:00.000Z`.',
  ),
);
builder.addScalarType(
  'Date',
  storedScalar(
    'Date',
    GraphQLDate,
    'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
    'A calendar day without a time: ISO 8601, such as `2024-03-09`. A month or a year is a range of days.',
  ),
);
builder.addScalarType(
  'URL',
  storedScalar(
    'URL',
    GraphQLURL,
    'https://www.rfc-editor.org/rfc/rfc3986',
    'An absolute address (RFC 3986), such as `https://example.org/a-story/`.',
  ),
);
builder.addScalarType(
  'Language',
  storedScalar(
    'Language',
    GraphQLLocale,
    'https://www.rfc-editor.org/info/bcp47',
    'A language as a BCP 47 tag, such as `en`, `fr` or `pt-BR`, in any case. `und` stands for one that is not known.',
    (tag) => Intl.getCanonicalLocales(String(tag))[0], // checked by the library
  ),
);
builder.addScalarType(
  'JSONObject',
  storedScalar(
    'JSONObject',
    GraphQLJSONObject,
    'https://www.rfc-editor.org/rfc/rfc8259',
    'A JSON object as it is (RFC 8259), for formats that are JSON themselves.',
  ),
);
