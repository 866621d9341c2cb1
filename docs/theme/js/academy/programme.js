// The programme of a session: its lines bear what the reader keeps, when the reader keeps something.

import { markLessons } from "./done.js";
import { kept, onChange } from "./record.js";

const word = document.querySelector("[data-done]").dataset.done;
const show = () => markLessons(kept(), word);

show();
onChange(show);
