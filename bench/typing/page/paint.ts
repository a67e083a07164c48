/**
 * The milliseconds from a moment of `performance.now()` until what is on the page then has been painted: a message
 * that is posted in a frame arrives when the frame is done.
 */
export async function paint(since: number): Promise<number> {
  return await new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => {
        port1.close();
        done(performance.now() - since);
      });
      port1.start();
      port2.postMessage(null);
    });
  });
}
