// `npm run build:engine` puts the compiled rules beside the package.
declare module '*/rules.json' {
  const rules: unknown;
  export default rules;
}
