import type { FileAnswer } from './routes/handlers.ts';

/** A file as an answer: no piece is made before there is room for it. The first is awaited, so that a refusal is a problem. */
export async function fileResponse({ type, name, pieces }: FileAnswer): Promise<Response> {
  const iterator = pieces[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<string>> | undefined = Promise.resolve(await iterator.next());
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await (next ?? iterator.next());
        next = undefined;
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  const disposition = `attachment; filename="${name}"`;
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': disposition } });
}
