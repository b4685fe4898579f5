// Le service lui-même, par des demandes hostiles que n’enverrait aucun navigateur.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root, startService } from './service.mjs';

let service;
let port;
before(async () => {
  service = await startService();
  port = Number(new URL(service.address).port);
});
after(() => service.stop());

// Envoie des octets tels quels, et rend tout ce qui revient jusqu’à la fermeture.
function raw(pieces, { pause = 0, timeout = 40_000 } = {}) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    const end = () => resolve(answer);
    socket.setTimeout(timeout, () => socket.destroy());
    socket.on('data', (data) => (answer += data));
    socket.on('close', end);
    socket.on('error', () => {});
    (async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(piece);
        if (pause) await new Promise((done) => setTimeout(done, pause));
      }
    })();
  });
}

const status = (answer) => Number(answer.split(' ')[1] ?? 0);
const host = 'Host: localhost\r\nConnection: close\r\n';

test('une demande ordinaire', async () => {
  const answer = await raw([`GET /sante HTTP/1.1\r\n${host}\r\n`]);
  assert.equal(status(answer), 200);
  assert.match(answer, /Content-Security-Policy: default-src 'none'/);
  assert.doesNotMatch(answer, /Set-Cookie/i);
});

test('un autre nom d’hôte (DNS rebinding)', async () => {
  assert.equal(status(await raw(['GET / HTTP/1.1\r\nHost: pirate.exemple\r\nConnection: close\r\n\r\n'])), 421);
  assert.equal(status(await raw(['GET / HTTP/1.1\r\nConnection: close\r\n\r\n'])), 421);
  assert.equal(status(await raw([`GET / HTTP/1.1\r\n${host}Host: pirate.exemple\r\n\r\n`])), 421);
});

test('un formulaire envoyé par un autre site', async () => {
  const body = 'depuis=1';
  const post = (headers) =>
    raw([`POST /delais HTTP/1.1\r\n${host}${headers}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`]);
  assert.equal(status(await post('Origin: http://pirate.exemple\r\n')), 403);
  assert.equal(status(await post('Sec-Fetch-Site: cross-site\r\n')), 403);
  assert.equal(status(await post('Origin: http://localhost\r\n')), 200);
});

test('des corps trop longs, annoncés ou non, ou comprimés', async () => {
  const head = `POST /delais HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\n`;
  assert.equal(status(await raw([`${head}Content-Length: 900000000\r\n\r\nabc`])), 413);
  const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
  const many = await raw([`${head}Transfer-Encoding: chunked\r\n\r\n`, ...Array(80).fill(chunk), '0\r\n\r\n']);
  assert.ok([0, 413].includes(status(many)), many.slice(0, 80));
  assert.equal(status(await raw([`${head}Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc`])), 415);
  assert.equal(status(await raw([`${head}Content-Length: 6\r\n\r\na=%FF%`])), 400);
});

test('un corps là où il n’y en a pas, deux longueurs : rien n’est lu comme une autre demande', async () => {
  const hidden = 'GET /sante HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
  const open = 'Host: localhost\r\n';
  const get = await raw([`GET / HTTP/1.1\r\n${open}Content-Length: ${hidden.length}\r\n\r\n${hidden}`], { timeout: 8000 });
  assert.equal(status(get), 400);
  assert.equal(get.split('HTTP/1.1 ').length, 2);
  const both = await raw([`POST /delais HTTP/1.1\r\n${open}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`], { timeout: 8000 });
  assert.equal(status(both), 400);
  assert.equal(both.split('HTTP/1.1 ').length, 2);
});

test('un récit de 60 000 caractères passe', async () => {
  const narrative = encodeURIComponent('’'.repeat(60_000));
  const body = `étape=faits.4&action=relire&faits.r%C3%A9cit=${narrative}`;
  const answer = await fetch(`${service.address}/document/plainte`, {
    method: 'POST',
    body: encodeURI('étape') + body.slice('étape'.length),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  assert.equal(answer.status, 200);
  assert.ok((await answer.text()).includes('’'.repeat(60_000)));
});

test('des en-têtes sans fin, des lignes absurdes', async () => {
  assert.notEqual(status(await raw([`GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(100_000)}\r\n\r\n`])), 200);
  assert.notEqual(status(await raw([`GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`])), 200);
  assert.notEqual(status(await raw(['\r\n\r\n\0\0\0 garbage'], { timeout: 3000 })), 200);
  assert.equal(status(await raw([`GET /../../etc/passwd HTTP/1.1\r\n${host}\r\n`])), 404);
  assert.equal(status(await raw([`GET /fichiers/..%2f..%2fCMakeLists.txt HTTP/1.1\r\n${host}\r\n`])), 404);
  assert.equal(status(await raw([`TRACE / HTTP/1.1\r\n${host}\r\n`])) === 200, false);
});

test('un client lent n’occupe pas une place plus de vingt secondes', { timeout: 120_000 }, async () => {
  const begin = Date.now();
  await raw(Array.from(`GET / HTTP/1.1\r\nX: ${'a'.repeat(200)}`), { pause: 500 });
  assert.ok(Date.now() - begin < 60_000);
});

test('trop de clients à la fois : 503 pour les uns, le service pour les autres', { timeout: 120_000 }, async () => {
  const slow = [];
  const ask = () => raw([`GET /sante HTTP/1.1\r\n${host}\r\n`], { timeout: 5000 });
  const askUntil = async (wanted, before) => {
    let answer = '';
    for (let turn = 0; turn < 100 && status(answer) !== wanted; ++turn) {
      before();
      await new Promise((done) => setTimeout(done, 200));
      answer = await ask();
    }
    assert.equal(status(answer), wanted);
    return answer;
  };
  // Le système tient une courte file avant le service : on en envoie jusqu’à ce que tout soit pris.
  const sendSlowOnes = () => {
    for (let i = 0; i < 20; ++i) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.write('GET / HTTP/1.1\r\n');
      slow.push(socket);
    }
  };
  try {
    assert.match(await askUntil(503, sendSlowOnes), /Retry-After/);
  } finally {
    slow.forEach((socket) => socket.destroy());
  }
  await askUntil(200, () => {});
});

test('mille générations : mémoire plate, aucun fichier laissé', { timeout: 900_000 }, async () => {
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.child.pid}/status`, 'utf8'))[1]);
  const make = async (format) => {
    const answer = await generate(service.address, format);
    assert.equal(answer.status, 200);
    await answer.arrayBuffer();
  };
  for (let i = 0; i < 150; ++i) await make('pdf');
  await make('docx');
  const start = memory();
  for (let i = 0; i < Number(process.env.EGIDE_GENERATIONS ?? 1000); ++i) await make('pdf');
  assert.ok(memory() < start * 1.1 + 4096, `${start} Ko puis ${memory()} Ko`);
  assert.deepEqual(readdirSync(service.temporary), []);
});

test('un port déjà pris est dit, et n’est pas partagé', async () => {
  await assert.rejects(startService({ port }), /s’est arrêté \(6\)/);
});

const complaint = () => readFileSync(join(root, 'forms', 'exemples', 'plainte.yaml'));
const generate = (address, format) =>
  fetch(`${address}/api/generer/plainte?format=${format}`, {
    method: 'POST', body: complaint(), headers: { 'content-type': 'application/yaml' },
  });

test('sans Pandoc, le PDF et la page restent', async () => {
  const poor = await startService({ environment: { PATH: '/nulle-part' } });
  assert.equal((await generate(poor.address, 'pdf')).status, 200);
  assert.equal((await generate(poor.address, 'html')).status, 200);
  assert.equal((await generate(poor.address, 'docx')).status, 501);
  const all = Buffer.from(await (await generate(poor.address, 'zip')).arrayBuffer());
  assert.ok(all.includes('A-LIRE.txt') && all.includes('plainte.pdf') && !all.includes('plainte.docx'));
  await poor.stop();
});

test('rien de personnel dans les adresses, ni ce qui est écrit sur les sorties du service', async () => {
  const other = await startService();
  let written = '';
  other.child.stdout.on('data', (data) => (written += data));
  const page = await fetch(`${other.address}/reprendre`, {
    method: 'POST',
    body: new URLSearchParams({ fichier: complaint().toString(), document: 'plainte' }),
  });
  const html = await page.text();
  assert.ok(html.includes('Marchetti'));
  assert.doesNotMatch(html, /method="get"/i);
  assert.doesNotMatch(html, /(href|action)="[^"]*Marchetti/);
  assert.equal(page.headers.get('cache-control'), 'no-store');
  assert.equal(page.headers.get('set-cookie'), null);
  assert.equal(page.headers.get('referrer-policy'), 'same-origin');
  await other.stop();
  assert.equal(written, '');
});

test('il s’arrête proprement : ce qui est commencé est rendu', async () => {
  const other = await startService();
  const begun = generate(other.address, 'zip');
  await new Promise((done) => setTimeout(done, 100));
  await other.stop();
  const answer = await begun;
  assert.equal(answer.status, 200);
  assert.ok((await answer.arrayBuffer()).byteLength > 10_000);
  assert.equal(other.child.exitCode, 0);
});
