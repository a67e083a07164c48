import type en from "./en.json" with { type: "json" };

declare module "i18next" {
  interface CustomTypeOptions {
    readonly defaultNS: "translation";
    readonly resources: { readonly translation: typeof en };
    readonly keySeparator: false;
    readonly nsSeparator: false;
  }
}
