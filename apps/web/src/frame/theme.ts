import { Checkbox, Menu, Popover, Radio, createTheme, defaultVariantColorsResolver } from "@mantine/core";

/** What is seen on the accent, which is dark in the light theme and light in the dark one. */
const onAccent = "var(--mantine-primary-color-contrast)";

/** Neutral greys and one accent, a deep blue; the paper has its own colours. */
export const theme = createTheme({
  fontFamily: '"Inter Variable", "Noto Serif SC Variable", "Amiri Interface", "Frame by Arial", system-ui, sans-serif',
  headings: {
    fontFamily:
      '"Inter Variable", "Noto Serif SC Variable", "Amiri Interface", "Frame by Arial", system-ui, sans-serif',
    fontWeight: "600",
  },
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  // Its own choice is made for the light theme alone.
  variantColorResolver: (wanted) => {
    const colors = defaultVariantColorsResolver(wanted);
    const { variant, color, theme } = wanted;
    return variant === "filled" && color === theme.primaryColor ? { ...colors, color: onAccent } : colors;
  },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Checkbox: Checkbox.extend({ defaultProps: { iconColor: onAccent } }),
    Radio: Radio.extend({ defaultProps: { iconColor: onAccent } }),
    Popover: Popover.extend({ defaultProps: { transitionProps: { duration: 0 } } }),
    // Inside its landmark and without a placeholder, which is no menu item, so that a screen reader hears a menu.
    Menu: Menu.extend({
      defaultProps: {
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 0 },
        middlewares: { flip: true, shift: true, size: true },
      },
    }),
  },
  colors: {
    ink: ["#eef3fc", "#d9e3f6", "#b3c7ec", "#8cabe4", "#7ea3ea", "#4b78c9", "#3463b5", "#244f99", "#1d3f7a", "#142d58"],
  },
});
