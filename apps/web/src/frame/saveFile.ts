/** Has the browser keep a file under that name. */
export function saveFile(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the bytes once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
