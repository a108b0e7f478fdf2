// Before anything is drawn: the colours that were chosen here the last time.
{
  let chosen = null;
  try {
    chosen = localStorage.getItem("sandbox-theme");
  } catch {
    // No storage: the system decides.
  }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
}
