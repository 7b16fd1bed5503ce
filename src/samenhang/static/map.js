// The map by hand: a factor is dragged along the arc of its own lens. The form keeps the order, the server
// draws it. Without a pointer or a script the buttons in the form do the same.

const TURN = 360;
const form = document.querySelector("form.map-form");

const dots = () => [...form.querySelectorAll("#picture [data-dot]")];

const rowOf = (id) => form.querySelector(`[data-factor]:has(input[name="factor"][value="${CSS.escape(id)}"])`);

// The angle of a point on the ring, clockwise, seen from the middle of its lens: so that no arc is cut in two.
const angleOf = (x, y, ring, middle) => {
  const turn = (Math.atan2(x - (ring.x + ring.width / 2), ring.y + ring.height / 2 - y) * TURN) / (2 * Math.PI);
  return ((turn - middle + TURN + TURN / 2) % TURN) - TURN / 2;
};

const MIDDLES = { psycho: 0, social: 120, bio: 240 };

const middleOf = (box) => [box.x + box.width / 2, box.y + box.height / 2];

const place = (held, x, y) => {
  const ring = form.querySelector("#picture .m-hoop").getBoundingClientRect();
  const middle = MIDDLES[held.dataset.lens];
  const at = new Map([[held.dataset.dot, angleOf(x, y, ring, middle)]]);
  for (const dot of dots()) {
    if (dot.dataset.lens === held.dataset.lens && dot !== held) {
      at.set(dot.dataset.dot, angleOf(...middleOf(dot.getBoundingClientRect()), ring, middle));
    }
  }
  const list = rowOf(held.dataset.dot)?.parentElement;
  if (!list) return; // a name that was only just typed has no row of its own yet
  const order = [...at].sort((a, b) => a[1] - b[1]).map(([id]) => rowOf(id)).filter(Boolean);
  const fresh = list.lastElementChild;
  order.forEach((row) => list.insertBefore(row, fresh));
  form.elements.arranged.value = "1";
  form.dispatchEvent(new Event("input", { bubbles: true }));
  form.dispatchEvent(new Event("change", { bubbles: true }));
};

const hold = (event) => {
  const held = event.target.closest?.("#picture [data-dot]");
  if (!held) return;
  event.preventDefault();
  held.classList.add("is-held");
  window.addEventListener(
    "pointerup",
    ({ clientX, clientY }) => {
      held.classList.remove("is-held");
      if (held.isConnected) place(held, clientX, clientY);
    },
    { once: true },
  );
};

form?.addEventListener("pointerdown", hold);
