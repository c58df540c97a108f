// What is typed and not saved yet, kept in this browser: one text for each open form, under the name of the person.
// Thrown away when the portal has saved it (cookie yd_saved) and when somebody signs out; never sent anywhere.
(function () {
  "use strict";
  const yidang = (window.yidang = window.yidang || {});
  const START = "yd-draft/";
  const DAYS = 30;
  const channel = window.BroadcastChannel ? new BroadcastChannel("yd-writing") : null;

  function keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(START));
    } catch (error) {
      return [];
    }
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch (error) {
      return null;
    }
  }

  const drafts = (yidang.drafts = {
    channel,
    newName: () => [...crypto.getRandomValues(new Uint8Array(8))].map((one) => one.toString(16).padStart(2, "0")).join(""),
    // false: the browser keeps nothing (switched off, or full).
    keep(user, place, name, draft) {
      try {
        localStorage.setItem(`${START}${user}/${place}/${name}`, JSON.stringify(draft));
        return true;
      } catch (error) {
        return false;
      }
    },
    drop(user, place, name) {
      localStorage.removeItem(`${START}${user}/${place}/${name}`);
    },
    // The newest first: [{name, draft}].
    of(user, place) {
      const start = `${START}${user}/${place}/`;
      const found = keys().filter((key) => key.startsWith(start)).map((key) => ({ name: key.slice(start.length), draft: read(key) }));
      return found.filter((one) => one.draft).sort((one, other) => other.draft.at - one.draft.at);
    },
    forgetAll() {
      keys().forEach((key) => localStorage.removeItem(key));
      if (channel) channel.postMessage({ what: "signed-out" });
    },
  });

  function forgetSaved() {
    const saved = /(?:^|; )yd_saved="?([a-z0-9]{8,40})/.exec(document.cookie);
    if (!saved) return;
    keys().filter((key) => key.endsWith(`/${saved[1]}`)).forEach((key) => localStorage.removeItem(key));
    const root = document.currentScript.src.split("/++resource++")[0].replace(location.origin, "") || "/";
    document.cookie = `yd_saved=; path=${root}; max-age=0; samesite=lax`;
  }

  function forgetOld() {
    const limit = Date.now() - DAYS * 86400000;
    keys().forEach((key) => {
      const draft = read(key);
      if (!draft || !(draft.at > limit)) localStorage.removeItem(key);
    });
  }

  forgetSaved();
  forgetOld();
  if (document.querySelector("[data-forget-drafts]")) drafts.forgetAll();
})();
