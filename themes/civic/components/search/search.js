// The search page: its words stand in the page, its index is Pagefind's, and nothing is stored.
// The build takes comments and indents out.
const root = new URL("../", import.meta.url).pathname;
const spot = document.querySelector("#_search");
spot.replaceChildren(spot.firstElementChild.content);
const [form, status, section, list, more] = spot.querySelectorAll("form,[role=status],section,ol,ol~button");
const { q, order, clear } = form;
const filters = [];
const blank = list.firstElementChild;
// A word that every record has: a search for no word would fetch the whole index.
const every = "\ua66e";
let engine, results, timer, kept, turn = 0, settled = true;

const say = (name, count, shown) => {
  status.textContent = status.dataset[name].replace("{count}", count).replace("{shown}", shown);
};

// What is asked for, but for one filter, so that each can count what its other choices would give.
const search = (but) => engine.search(q.value.trim() || every, {
  filters: Object.fromEntries(filters.filter((one) => one.value && one != but).map((one) => [one.name, one.value])),
  sort: order.value || !q.value.trim() ? { date: "desc" } : {},
});

async function find() {
  const mine = ++turn, found = await search();
  for (const one of filters) {
    const counts = (one.value ? await search(one) : found).filters[one.name];
    for (const option of [...one.options].slice(1)) {
      option.text = `${option.value} (${counts[option.value]})`;
      option.disabled = !counts[option.value] && !option.selected;
    }
  }
  if (mine != turn) return;
  results = location.search ? found.results : [];
  await draw([]);
}

async function draw(before) {
  const mine = turn, count = results.length;
  const items = await Promise.all(results.slice(before.length, before.length + 10).map(item));
  if (mine != turn) return;
  list.replaceChildren(...before, ...items);
  const shown = list.children.length;
  clear.hidden = !location.search;
  section.hidden = !count;
  more.hidden = shown == count;
  say(clear.hidden ? "idle" : !count ? "none" : more.hidden ? "found" : "part", count, shown);
}

async function item(result) {
  const { url, meta, content, excerpt, plain_excerpt } = await result.data();
  const made = blank.cloneNode(true), [title, text, facts] = made.querySelectorAll("a,p");
  title.href = url;
  title.textContent = meta.title;
  facts.textContent = meta.facts;
  if (meta.accent) made.className = `accent-${meta.accent}`;
  if (!content.startsWith(plain_excerpt)) text.append("… ");
  // Pagefind marks words in HTML: it is taken apart, and what was text becomes text again.
  excerpt.split(/<\/?mark>/).forEach((part, at) => {
    const to = at % 2 ? text.appendChild(document.createElement("mark")) : text;
    to.append(part.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  });
  return made;
}

const answer = () => engine && (kept || navigator.onLine ? find() : Promise.reject()).catch(fail);

function fail() {
  section.hidden = true;
  say("broken");
}

// The address holds what is asked, to be linked and gone back to, one step for each search.
function ask({ target }) {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)) + "";
  const url = location.pathname + (query && "?" + query), isTyping = target == q;
  if (url != location.pathname + location.search) history[settled || !isTyping ? "pushState" : "replaceState"](0, "", url);
  settled = !isTyping;
  clearTimeout(timer);
  timer = setTimeout(answer, isTyping ? 250 : 0);
}

function recall() {
  const query = new URLSearchParams(location.search);
  for (const one of [q, order, ...filters]) {
    one.value = query.get(one.name) ?? "";
    one.value ||= "";
    if (one != q && one.value) one.closest("details").open = true;
  }
  settled = true;
  return answer();
}

form.oninput = ask;
form.onsubmit = (event) => {
  event.preventDefault();
  ask(event);
};
form.onreset = (event) => setTimeout(() => {
  q.focus();
  ask(event);
});
q.onkeydown = ({ key }) => {
  if (key != "Escape") return;
  q.value = "";
  ask({ target: q });
};
more.onclick = async () => {
  const before = [...list.children];
  await draw(before);
  list.children[before.length].querySelector("a").focus();
};
onpopstate = recall;

async function load() {
  const { createInstance } = await import(`${root}pagefind/pagefind.js`);
  engine = createInstance({ basePath: `${root}pagefind/`, baseUrl: root, noWorker: true });
  const all = await engine.filters();
  for (const one of form.querySelectorAll("[data-filter]")) {
    const names = Object.keys(all[one.name] ?? {}).sort();
    if (one.name == "year") names.reverse();
    one.append(...names.map((name) => new Option(name, name)));
    if (names.length) filters.push(one);
    else one.parentNode.remove();
  }
  await (location.search ? recall() : answer());
  // A small index is fetched whole, into memory only, so that the page goes on working offline.
  const { results } = await engine.search(every);
  if (results.length < 400 && !navigator.connection?.saveData) {
    for (const one of await Promise.all(results.map((one) => one.data())))
      await engine.preload(`${one.content} ${Object.values(one.meta)}`);
    kept = true;
  }
}

// Nothing is fetched for a reader who only looks at the lists below.
const start = () => engine === undefined && (engine = null, load()).catch(() => {
  form.remove();
  fail();
});

if (location.search) start();
else form.addEventListener("focusin", start);
