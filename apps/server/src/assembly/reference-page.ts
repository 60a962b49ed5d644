/** The API reference as one readable page without scripts or outside assets, made from the OpenAPI document. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  format?: string;
  const?: unknown;
}
interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  'x-permission'?: string;
  'x-limit'?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function typeName(schema: Schema | undefined): string {
  if (!schema) return 'anything';
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return `<a href="#shape-${escapeHtml(name)}">${escapeHtml(name)}</a>`;
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeName).join(' or ');
  if (schema.const !== undefined) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`;
  if (schema.enum)
    return schema.enum.map((value) => `<code>${escapeHtml(JSON.stringify(value))}</code>`).join(' or ');
  if (schema.type === 'array') return `list of ${typeName(schema.items)}`;
  const types = [schema.type ?? 'object'].flat().join(' or ');
  return escapeHtml(schema.format ? `${types} (${schema.format})` : types);
}

function fields(schema: Schema | undefined): string {
  if (!schema?.properties) return schema ? `<p>${typeName(schema)}</p>` : '';
  const rows = Object.entries(schema.properties).map(
    ([name, field]) =>
      `<tr><th scope="row"><code>${escapeHtml(name)}</code>${schema.required?.includes(name) ? '' : ' <i>optional</i>'}</th><td>${typeName(field)}</td><td>${escapeHtml(field.description ?? '')}</td></tr>`,
  );
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function operation(path: string, method: string, one: Operation): string {
  const parameters = (one.parameters ?? []).map(
    (parameter) =>
      `<tr><th scope="row"><code>${escapeHtml(parameter.name)}</code>${parameter.required ? '' : ' <i>optional</i>'}</th><td>${escapeHtml(parameter.in)}: ${typeName(parameter.schema)}</td><td>${escapeHtml(parameter.description ?? '')}</td></tr>`,
  );
  const { schema: body, example } = one.requestBody?.content['application/json'] ?? {};
  const responses = Object.entries(one.responses).map(([status, response]) => {
    const schema = Object.values(response.content ?? {})[0]?.schema;
    return `<tr><th scope="row">${escapeHtml(status)}</th><td>${Number(status) < 400 && schema ? typeName(schema) : ''}</td><td>${escapeHtml(response.description)}</td></tr>`;
  });
  return `<section id="${escapeHtml(one.operationId)}"><h3><span class="m ${method}">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3>
<p>${escapeHtml(one.summary ?? '')}. ${escapeHtml(one.description ?? '')}</p><p class="facts">Permission <code>${escapeHtml(one['x-permission'] ?? '')}</code> · limit <code>${escapeHtml(one['x-limit'] ?? '')}</code></p>
${parameters.length > 0 ? `<h4>Parameters</h4><table><tbody>${parameters.join('')}</tbody></table>` : ''}
${body ? `<h4>Body</h4>${fields(body)}` : ''}${example === undefined ? '' : `<pre><code>${escapeHtml(JSON.stringify(example, null, 2))}</code></pre>`}<h4>Answers</h4><table><tbody>${responses.join('')}</tbody></table></section>`;
}

const style = `:root{color-scheme:light dark;--ink:light-dark(#20242e,#e8eaf0);--soft:light-dark(#5b6270,#a4abba);--line:light-dark(#dfe2e9,#343946);--ground:light-dark(#fff,#171a21);--accent:light-dark(#2f55d4,#8ca6ff)}
body{font:14px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--ground);margin:0;display:grid;grid-template-columns:260px minmax(0,820px);gap:40px}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:24px 8px 24px 24px;border-right:1px solid var(--line);box-sizing:border-box}nav a{display:block;padding:2px 0;color:var(--soft);text-decoration:none;font-size:13px}nav h2{font-size:12px;margin:16px 0 4px}
main{padding:24px 24px 80px}a{color:var(--accent)}h1{font-size:24px}h3{font-size:15px;margin:36px 0 4px;overflow-wrap:anywhere}h4{font-size:12px;margin:14px 0 4px;color:var(--soft)}
table{border-collapse:collapse;width:100%}th,td{border-top:1px solid var(--line);padding:5px 12px 5px 0;text-align:left;vertical-align:top;font-weight:400}th{width:190px}i,.facts{color:var(--soft);font-size:12px}code{font:12.5px ui-monospace,monospace}
pre{margin:8px 0;padding:10px 12px;border:1px solid var(--line);border-radius:4px;overflow-x:auto}
.m{font:600 11px ui-monospace,monospace;border:1px solid var(--line);border-radius:4px;padding:1px 6px}@media(max-width:760px){body{display:block}nav{position:static;height:auto;border:0}}`;

export function referencePage(document: Document): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method, one, tag: one.tags?.[0] ?? '' })),
  );
  const tags = [...new Set(operations.map((one) => one.tag))];
  const menu = tags.map(
    (tag) =>
      `<h2>${escapeHtml(tag)}</h2>${operations
        .filter((one) => one.tag === tag)
        .map(
          ({ one }) =>
            `<a href="#${escapeHtml(one.operationId)}">${escapeHtml(one.summary ?? one.operationId)}</a>`,
        )
        .join('')}`,
  );
  const shapes = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<section id="shape-${escapeHtml(name)}"><h3><code>${escapeHtml(name)}</code></h3><p>${escapeHtml(schema.description ?? '')}</p>${fields(schema)}</section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>PromptVault API</title><style>${style}</style></head><body>
<nav aria-label="Operations"><strong>${escapeHtml(document.info.title)} API</strong>${menu.join('')}<h2>Shapes</h2><a href="#shapes">All shapes</a></nav>
<main><h1>${escapeHtml(document.info.title)} API ${escapeHtml(document.info.version)}</h1><p>${escapeHtml(document.info.description ?? '')} The machine-readable document is <a href="/api/v1/openapi.json">openapi.json</a>.</p>
${tags
  .map(
    (tag) =>
      `<h2>${escapeHtml(tag)}</h2>${operations
        .filter((one) => one.tag === tag)
        .map(({ path, method, one }) => operation(path, method, one))
        .join('')}`,
  )
  .join('')}
<h2 id="shapes">Shapes</h2>${shapes.join('')}</main></body></html>`;
}
