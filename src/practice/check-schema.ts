import { Ajv, type ErrorObject, type SchemaValidateFunction, type ValidateFunction } from 'ajv';
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
  // Compiled at the first use of each type: neither starting nor the first message is held up.
  ajv ??= new Ajv({ allErrors: true, strict: false, validateFormats: false })
    .addKeyword({ keyword: 'byType', errors: 'full', validate: byType })
    .addSchema(schema, 'slack');
  const validate = ajv.getSchema(`slack#/definitions/${type}`);
  if (validate === undefined) throw new Error(`block-schema.json has no type "${type}"`);
  return validate;
}

/** The keyword by which objects are told apart: `{ "button": "Button", … }`, definitions by the value of `type`. */
const byType: SchemaValidateFunction = (types: Record<string, string>, value: unknown, _, at) => {
  const type = (value as { type?: unknown } | null)?.type;
  const name = typeof type === 'string' && Object.hasOwn(types, type) ? types[type] : undefined;
  const path = at?.instancePath ?? '';
  if (name === undefined) {
    const message = `must have a type that is one of ${Object.keys(types).join(', ')}`;
    byType.errors = [
      { keyword: 'byType', instancePath: path, schemaPath: '', params: {}, message },
    ];
    return false;
  }
  const validate = validatorOf(name);
  if (validate(value)) return true;
  byType.errors = (validate.errors ?? []).map((error) => ({
    ...error,
    instancePath: path + error.instancePath,
  }));
  return false;
};

function sentence({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'additionalProperties')
    return `invalid additional property: ${params.additionalProperty}`;
  if (keyword === 'required') return `missing required field: ${params.missingProperty}`;
  if (keyword === 'const') return `must be "${params.allowedValue}"`;
  if (keyword === 'enum') return `${message}: ${params.allowedValues.join(', ')}`;
  return message ?? keyword;
}
