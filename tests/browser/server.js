// Serves one folder on a loopback port, as any plain web server would; with a `certificate` ({key, cert}) as recipes/nginx
// does: HTTP/2, compressed. `served` is called for each file with its size. Of a file that is asked for with `?cut=N` it sends
// N bytes, and the rest on request: `sendRest('/name?cut=N')`.
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export async function serve(folder, { served = () => {}, certificate } = {}) {
  const waiting = new Map();
  const answer = async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const name = decodeURIComponent(url.pathname);
    const file = path.join(folder, path.normalize(name));
    try {
      const bytes = await readFile(file);
      const type = types[path.extname(file)] ?? 'application/octet-stream';
      served(name, bytes.length);
      if (certificate && /^text\/|svg/.test(type)) {
        response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' });
        response.end(gzipSync(bytes));
        return;
      }
      response.writeHead(200, { 'Content-Type': type });
      const cut = Number(url.searchParams.get('cut'));
      if (cut > 0) {
        response.write(bytes.subarray(0, cut));
        await new Promise((done) => waiting.set(request.url, done));
      }
      response.end(bytes.subarray(cut));
    } catch {
      response.writeHead(404);
      response.end();
    }
  };
  const server = certificate ? createSecureServer(certificate, answer) : createServer(answer);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `${certificate ? 'https' : 'http'}://127.0.0.1:${server.address().port}/`,
    sendRest: (url) => waiting.get(url)?.(),
    close: () => server.close(),
  };
}
