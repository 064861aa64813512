import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import schema from './block-schema.json' with { type: 'json' };

let ajv: Ajv | undefined;

/**
 * Where a value departs from one of the types of `@slack/types`, each problem with a JSON pointer.
 *
 * @param type a name among the schema's definitions, such as `KnownBlock` or `ModalView`
 */
export function schemaProblems(type: string, value: unknown, path: string): string[] {
  const validate = validatorOf(type);
  if (validate(value)) return [];
  const told = (validate.errors ?? [])
    .filter(({ keyword }) => !['if', 'anyOf', 'allOf'].includes(keyword))
    .map((error) => `${sentence(error)} [json-pointer:${path}${error.instancePath}]`);
  return [...new Set(told)];
}

function validatorOf(type: string): ValidateFunction {
  // Compiled at the first message: starting is not held up by it.
  ajv ??= new Ajv({ allErrors: true, strict: false, validateFormats: false }).addSchema(
    schema,
    'slack',
  );
  const validate = ajv.getSchema(`slack#/definitions/${type}`);
  if (validate === undefined) throw new Error(`block-schema.json has no type "${type}"`);
  return validate;
}

function sentence({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'additionalProperties')
    return `invalid additional property: ${params.additionalProperty}`;
  if (keyword === 'required') return `missing required field: ${params.missingProperty}`;
  if (keyword === 'enum') return `${message}: ${params.allowedValues.join(', ')}`;
  return message ?? keyword;
}
