// How axe is asked. Every page under test is given this before its own first line.
window.asking = (() => {
  /** Have axe read each colour once for a page: it takes a colour apart anew for each text. */
  function rememberColours() {
    const { Color } = axe.commons.color, read = Color.prototype.parseString, known = new Map();
    Color.prototype.parseString = function (text) {
      if (!known.has(text)) known.set(text, read.call(new Color(0, 0, 0, 0), text));
      const { r, g, b, alpha } = known.get(text);
      return Object.assign(this, { r, g, b, alpha });
    };
  }

  /** What is asked of a text of which axe does not even say what to ask. */
  const STRICTEST = "7:1";

  let chosen;
  /** Have axe measure the contrast of those texts alone that were chosen for their like. */
  function measureChosen(contrast) {
    const rule = axe._audit.rules.find(({ id }) => id === contrast), concerns = rule.matches;
    rule.matches = (one, ...more) => chosen.has(one) && concerns.call(rule, one, ...more);
  }

  const nodes = rules => rules.flatMap(({ id, help, nodes }) => nodes.map(node => ({
    id, element: node.element, least: node.any[0]?.data?.expectedContrastRatio ?? STRICTEST,
    fault: `${id}: ${saying(node) || help}`,
  })));
  const saying = ({ any, all, none }) =>
    [...any, ...all, ...none].map(({ message }) => message).join("; ");
  const found = ({ element, fault }) => [seeing.name(element), fault];

  function blockOf(one) {
    while (/^(inline|contents)$/.test(seeing.style(one).display)) one = one.parentElement;
    return one;
  }

  /** Tell whether a link stands among words and is told from them by its colour alone. */
  function isToldByColour(link) {
    const block = blockOf(link);
    if (block === link || seeing.style(link).textDecorationLine.includes("underline")) return false;
    const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const { data, parentElement: one } = words.currentNode;
      if (data.trim() && !one.closest("a[href],button") && blockOf(one) === block) return true;
    }
    return false;
  }

  const ofNodes = rules => new Set(nodes(rules).map(({ element }) => element));

  let unsure = [], sound;
  /**
   * Return what axe finds, how many contrasts it leaves open, and which ways of painting are sound.
   *
   * What it has found sound before is not measured again, on whatever page that was.
   */
  async function run([options, { contrast, alike, geometry }, known]) {
    const groups = painted.oneOfEach();
    known.forEach(how => groups.delete(how));
    const isOfColours = options.runOnly !== undefined;
    if (isOfColours && !groups.size
        && ![...document.querySelectorAll("a[href]")].some(isToldByColour)) return [[], 0, []];
    if (!window.axe) {
      loadAxe();
      rememberColours();
      measureChosen(contrast);
    }
    chosen = new Set(groups.values());
    const tree = painted.shownTree();
    if (!isOfColours && tree === sound) options.runOnly = { type: "rule", values: geometry };
    options.preload = document.querySelector("audio,video") !== null;
    options.iframes = document.querySelector("iframe,frame") !== null;
    const { violations, incomplete } = await axe.run(options);
    const open = nodes(incomplete), faulty = ofNodes([...violations, ...incomplete]);
    unsure = open.filter(({ id }) => id === contrast);
    const left = open.filter(({ id }) => id === alike);
    if (!isOfColours && !violations.length && !left.length) sound = tree;
    const passed = [...groups].filter(([how, one]) => how > 0 && !faulty.has(one));
    return [[...nodes(violations), ...left].map(found), unsure.length, passed.map(([how]) => how)];
  }

  const isPainted = one => one.ownerSVGElement || one.matches("img,video,canvas") ||
    ["", "::before", "::after"].some(part =>
      painted.hasGround(seeing.style(one, part || undefined)));

  /** Tell whether something lies over a text, or under it, whose colours nobody vouches for. */
  const isInTheWay = (other, one) =>
    other.contains(one) ? seeing.style(other).backgroundImage !== "none"
      : !one.contains(other) && isPainted(other);

  // axe gives up where a drawing's shapes go beyond the edge of the drawing, where nobody sees
  // them, and where a link is stretched over a whole card without painting anything.
  function unclear() {
    const texts = seeing.texts();
    return unsure.filter(({ element: one, least }) => {
      const boxes = texts.filter(({ element }) => element === one).flatMap(t => t.boxes);
      const places = boxes.flatMap(({ left, right, top, bottom }) =>
        [left + 1, (left + right) / 2, right - 1].map(x => [x, (top + bottom) / 2]));
      const isClear = ([x, y]) => document.elementsFromPoint(x, y)
        .every(other => !isInTheWay(other, one));
      const ratio = seeing.contrast(seeing.rgba(seeing.style(one).color), seeing.ground(one));
      return !places.every(isClear) || ratio < parseFloat(least);
    }).map(found);
  }

  return { run, unclear };
})();
