// Small things that outlive a reload, where the browser allows it.

function over(storage) {
  return {
    get(key) {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        if (value === null || value === "") storage().removeItem(key);
        else storage().setItem(key, String(value));
      } catch {
        // Then it is forgotten with the page.
      }
    },
  };
}

export const store = over(() => localStorage);
export const session = over(() => sessionStorage);
