import "@fontsource-variable/inter";
import "@fontsource-variable/noto-serif";
import "@fontsource-variable/noto-serif/standard-italic.css";
import "@fontsource-variable/noto-serif-sc";
import "@fontsource/amiri/400.css";
import "@fontsource/amiri/400-italic.css";
import "@fontsource/amiri/700.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@plenary/editor/paper.css";
import "./frame/frame.css";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { loadMessages } from "./frame/messages.ts";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root: index.html is not this page's own.");
await loadMessages();
createRoot(root).render(<App />);
