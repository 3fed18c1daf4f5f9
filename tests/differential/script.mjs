// The configuration that a file stands for: JSON, an object literal, or a script that makes or exports one.
import vm from 'node:vm';

/** The longest time that a script or a picture may take. */
export const TIME_LIMIT = 10_000;

const isConfiguration = (value) =>
  value !== null && typeof value === 'object' && ('data' in value || 'type' in value);

/** Evaluates the text of a file in a sandbox and returns the configuration. */
export function evaluateConfiguration(text, { context, drawn }, filename) {
  const run = (source) => vm.runInContext(source, context, { filename, timeout: TIME_LIMIT });
  const expression = text.replace(/;\s*$/, '');
  const isLiteral = /^\s*(\/\/.*\n|\s)*[({]/.test(text) && isExpression(expression);
  const value = run(isLiteral ? `(${expression}\n)` : withoutModules(text));
  const named = ['config', 'chartConfig', 'cfg'].map((name) => run(`typeof ${name} === 'object' ? ${name} : undefined`));
  const found = [context.module.exports, ...drawn, value, ...named].find(isConfiguration);
  if (!found) {
    throw new Error(`${filename}: the script neither exports a configuration nor calls new Chart`);
  }
  return found;
}

function withoutModules(text) {
  return text.replace(/^export default /m, 'module.exports = ').replace(/^import .* from .*$/gm, '');
}

function isExpression(text) {
  try {
    new vm.Script(`(${text}\n)`);
    return true;
  } catch {
    return false;
  }
}
