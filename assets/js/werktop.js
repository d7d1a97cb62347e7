// Everything here only makes pages quicker: each page works without script.
import "./htmx-setup.js";
import "./submit-once.js";
import "./confirm.js";
import "./pick-filter.js";
import "./tick-chooses.js";
import "./not-of-interests.js";
import "./folds.js";
import "./clock.js";
import "./count-agreed.js";
import "./count-ways.js";
import "./device.js";
import "./search-key.js";
import "./put-name.js";
import { focusOnErrors } from "./errors.js";
import { onContents } from "./contents.js";

document.documentElement.classList.add("has-script");
onContents(focusOnErrors);
