(function () {
  const EVERY = 10000;

  function element(tag, text, className) {
    const made = document.createElement(tag);
    if (text) {
      made.textContent = text;
    }
    if (className) {
      made.className = className;
    }
    return made;
  }

  function link(text, url) {
    const made = element("a", text);
    made.href = url;
    made.target = "_blank";
    made.rel = "noopener noreferrer";
    return made;
  }

  function cell(...parts) {
    const made = element("td");
    made.append(...parts);
    return made;
  }

  /** registry/orders@sha256:0123456789ab…, whole when pointed at. */
  function version(app) {
    const made = element("div", "", "cerebro-version");
    made.textContent = app.image ? app.image.replace(/(sha256:[0-9a-f]{12})[0-9a-f]+/, "$1…") : "a plain command";
    made.title = app.image || "";
    return made;
  }

  function release(app) {
    const by = app.by ? ", by " + app.by : "";
    return element("div", app.release ? "release " + app.release + by : "", "cerebro-quiet");
  }

  function instances(app) {
    const said = app.healthy + " of " + app.wanted + " healthy";
    return element("div", said, app.healthy < app.wanted ? "cerebro-trouble" : "");
  }

  function deploying(app) {
    return app.deploying ? [element("div", "deploying", "cerebro-quiet")] : [];
  }

  function stable(app) {
    return app ? [cell(version(app), release(app)), cell(instances(app), ...deploying(app))] : [cell("does not run"), cell()];
  }

  function canary(service) {
    const shares = service.shares.map((share) => element("div", share));
    const trouble = service.trouble ? [element("div", service.trouble, "cerebro-trouble")] : [];
    const app = service.canary;
    if (!app) {
      return cell(...shares, ...trouble);
    }
    const held = "held by " + (app.by || "somebody") + " since " + new Date(app.since).toLocaleString();
    return cell(
      link("canary", app.url),
      version(app),
      instances(app),
      ...deploying(app),
      ...shares,
      element("div", held, "cerebro-quiet"),
      ...trouble,
    );
  }

  function Card(root) {
    this.root = root;
    this.name = root.dataset.realm;
    this.scalable = root.dataset.scalable === "true";
    this.url = document.head.dataset.rooturl + "/cerebro/realm/" + encodeURIComponent(this.name) + "/";
    this.content = root.querySelector(".cerebro-content");
    this.typed = new Map();
  }

  Card.prototype.start = function () {
    const look = document.hidden ? Promise.resolve() : this.look();
    look.finally(() => setTimeout(() => this.start(), EVERY));
  };

  Card.prototype.look = function () {
    return fetch(this.url + "api/json", { cache: "no-store" })
      .then((answer) => {
        if (!answer.ok) {
          throw new Error("Jenkins answered " + answer.status);
        }
        return answer.json();
      })
      .then((realm) => this.show(realm))
      .catch((error) => this.say(String(error.message || error)));
  };

  Card.prototype.say = function (trouble) {
    this.content.replaceChildren(element("p", trouble, "cerebro-trouble"));
  };

  Card.prototype.show = function (realm) {
    const marathon = this.root.querySelector(".cerebro-marathon");
    if (realm.marathonUrl) {
      marathon.href = realm.marathonUrl + "/ui/";
      marathon.classList.remove("jenkins-hidden");
    }
    if (realm.trouble) {
      this.say(realm.trouble);
    } else if (realm.services.length === 0) {
      this.content.replaceChildren(element("p", "Cerebro has released nothing here yet.", "cerebro-quiet"));
    } else if (!this.content.contains(document.activeElement)) {
      this.content.replaceChildren(this.table(realm));
    }
  };

  Card.prototype.table = function (realm) {
    const table = element("table", "", "jenkins-table");
    const head = element("tr");
    const titles = ["Service", "Version", "Instances", "Canary"].concat(this.scalable ? ["Scale"] : []);
    titles.forEach((title) => head.append(element("th", title)));
    table.append(element("thead"), element("tbody"));
    table.tHead.append(head);
    realm.services.forEach((service) => table.tBodies[0].append(this.row(realm, service)));
    return table;
  };

  Card.prototype.row = function (realm, service) {
    const row = element("tr");
    const name = service.stable ? link(service.id, service.stable.url) : element("span", service.id);
    row.append(cell(name), ...stable(service.stable), canary(service));
    if (this.scalable) {
      row.append(service.stable ? cell(this.scale(realm, service)) : cell());
    }
    return row;
  };

  Card.prototype.scale = function (realm, service) {
    const made = element("div", "", "cerebro-scale");
    const number = element("input", "", "jenkins-input");
    number.type = "number";
    number.min = 1;
    if (realm.maxInstances) {
      number.max = realm.maxInstances;
      number.title = "1 to " + realm.maxInstances;
    }
    number.value = this.typed.get(service.id) || service.stable.wanted;
    number.setAttribute("aria-label", "instances of " + service.id);
    number.addEventListener("input", () => this.typed.set(service.id, number.value));
    const button = element("button", "Scale", "jenkins-button");
    button.type = "button";
    button.addEventListener("click", () => {
      if (number.reportValidity()) {
        this.ask(service, number.value);
      }
    });
    made.append(number, button);
    return made;
  };

  Card.prototype.ask = function (service, instances) {
    const change = "from " + service.stable.wanted + " to " + instances + " instances";
    const message = "Scale " + service.id + " in " + this.name + " " + change + "?";
    const fields = { service: service.id, instances: instances };
    cerebro.ask("Scale " + service.id, { message: message }, this.url + "scale", fields).then((asked) => {
      if (asked) {
        this.typed.delete(service.id);
        this.look();
      }
    });
  };

  function start() {
    document.querySelectorAll(".cerebro-realm").forEach((root) => new Card(root).start());
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
