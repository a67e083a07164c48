declare module "*.css";
declare module "@fontsource-variable/inter";
declare module "@fontsource-variable/noto-serif";
declare module "@fontsource-variable/noto-serif/standard-italic.css";
declare module "@fontsource-variable/noto-serif-sc";
