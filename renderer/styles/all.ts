// The styles that all of the page rests on, in the order in which they build on each other, and the fonts that ship with it.
// Styles that one panel alone needs come with the panel.
import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/source-serif-4/index.css";
import "./theme.css";
import "./base.css";
import "./controls.css";
import "./overlays.css";
import "./banner.css";
import "./welcome.css";
import "./workbench.css";
import "./panes.css";
import "./sidebar.css";
import "./articles.css";
import "./span.css";
import "./cards.css";
import "./dialogs.css";
import "./bring-in.css";
import "./keys.css";
import "./markdown.css";
import "./tagset.css";
import "./print.css";
