import { Menu, createTheme } from "@mantine/core";

/** Neutral greys and one accent, a deep blue; the paper has its own colours. */
export const theme = createTheme({
  fontFamily: '"Inter Variable", "Noto Serif SC Variable", Amiri, system-ui, sans-serif',
  headings: {
    fontFamily: '"Inter Variable", "Noto Serif SC Variable", Amiri, system-ui, sans-serif',
    fontWeight: "600",
  },
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // Inside its landmark and without a placeholder, which is no menu item, so that a screen reader hears a menu.
    Menu: Menu.extend({
      defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false, transitionProps: { duration: 0 } },
    }),
  },
  colors: {
    ink: ["#eef3fc", "#d9e3f6", "#b3c7ec", "#8cabe4", "#7ea3ea", "#4b78c9", "#3463b5", "#244f99", "#1d3f7a", "#142d58"],
  },
});
