// The search page. Its words stand in the page, its index is Pagefind's, and nothing is stored.
// The build takes the comments and the indents out.
const root = new URL("../", import.meta.url), base = root.pathname;
const spot = document.querySelector("#_search");
const copy = (from) => from.querySelector("template").content.cloneNode(true);
spot.append(copy(spot));
const [form, status, section, list, more] = spot.querySelectorAll("form,[role=status],section,ol,ol~button");
const { q, order, clear } = form;
const filters = [...form.querySelectorAll("select")].filter((one) => one !== order);
const item = copy(list).firstElementChild;
let engine, results, asked, timer, turn = 0, settled = true, kept;

const say = (words, values) => {
  status.textContent = status.dataset[words].replace(/{(\w+)}/g, (_, name) => values[name]);
};
const broken = () => {
  section.hidden = true;
  say("broken");
};

async function start() {
  const { createInstance } = await import(`${root}pagefind/pagefind.js`);
  engine = createInstance({ basePath: `${base}pagefind/`, baseUrl: base, noWorker: true });
  const all = await engine.filters();
  for (const one of filters) {
    const names = Object.keys(all[one.name] ?? {}).sort((a, b) => a.localeCompare(b));
    if (one.name === "year") names.reverse();
    one.append(...names.map((name) => new Option(name, name)));
    if (!names.length) one.parentNode.remove();
  }
}

// The filters that are set, without one of them; so each can count what its other choices give.
const chosen = (but) => Object.fromEntries(
  filters.filter((one) => one.value && one !== but).map((one) => [one.name, one.value]));

async function find() {
  const mine = ++turn, words = q.value.trim() || null;
  if (!kept && !navigator.onLine) return broken();
  const sort = order.value || !words ? { date: "desc" } : {};
  const search = (but) => engine.search(words, { filters: chosen(but), sort });
  const found = await search(), counts = await Promise.all(filters.map((one) => one.value ? search(one) : found));
  if (mine !== turn) return;
  filters.forEach((one, at) => {
    for (const option of [...one.options].slice(1)) {
      const count = counts[at].filters[one.name][option.value] ?? 0;
      option.text = `${option.value} (${count})`;
      option.disabled = !count && !option.selected;
    }
  });
  asked = words || filters.some((one) => one.value);
  results = asked ? found.results : [];
  const first = await draw(0);
  if (mine !== turn) return;
  list.replaceChildren(...first);
  tell();
}

function tell() {
  const count = results.length, shown = list.children.length;
  clear.hidden = !asked;
  section.hidden = !count;
  more.hidden = shown === count;
  if (asked) say(!count ? "none" : shown < count ? "part" : "found", { count, shown });
  else status.textContent = "";
}

const draw = (from) => Promise.all(results.slice(from, from + 10).map(async (one) => {
  const { url, meta, excerpt } = await one.data();
  const drawn = item.cloneNode(true), [title, text, facts] = drawn.querySelectorAll("a,p");
  title.href = url;
  title.textContent = meta.title;
  facts.textContent = meta.facts;
  if (meta.accent) drawn.className = `accent-${meta.accent}`;
  // Pagefind marks words in HTML: it is taken apart, and all that was text becomes text again.
  excerpt.split(/<\/?mark>/).forEach((part, at) => {
    const to = at % 2 ? text.appendChild(document.createElement("mark")) : text;
    to.append(part.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  });
  return drawn;
}));

// The address holds the search, to be linked and gone back to: one step for each search.
function remember(isStep) {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history[isStep ? "pushState" : "replaceState"](null, "", `?${query}`);
}

function recall() {
  const query = new URLSearchParams(location.search);
  for (const one of [q, order, ...filters]) {
    one.value = query.get(one.name) ?? "";
    one.value ||= "";
    if (one !== q && one.value) form.querySelector("details").open = true;
  }
  settled = true;
  return find();
}

const later = (wait) => {
  clearTimeout(timer);
  timer = setTimeout(() => engine && find().catch(broken), wait);
};
form.oninput = ({ target }) => {
  remember(settled || target !== q);
  settled = target !== q;
  later(settled ? 0 : 250);
};
form.onsubmit = (event) => {
  event.preventDefault();
  settled = true;
  later(0);
};
form.onreset = () => setTimeout(() => {
  q.focus();
  form.oninput({});
});
q.onkeydown = (event) => {
  if (event.key !== "Escape" || !q.value) return;
  event.preventDefault();
  q.value = "";
  form.oninput({ target: q });
};
more.onclick = async () => {
  const next = await draw(list.children.length);
  list.append(...next);
  tell();
  next[0].querySelector("a").focus();
};
onpopstate = recall;

// A small index is fetched whole, into memory only, so that the page goes on working offline.
async function keep() {
  const { results } = await engine.search(null);
  if (results.length > 300 || navigator.connection?.saveData) return;
  for (const one of await Promise.all(results.map((one) => one.data())))
    await engine.preload(`${one.content} ${Object.values(one.meta).join(" ")}`);
  kept = true;
}

start().then(recall).then(keep, () => {
  form.remove();
  broken();
});
