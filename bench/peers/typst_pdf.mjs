// typst_pdf.mjs INPUT.typ OUTPUT.pdf [ROUNDS] : the PDF, and the median milliseconds of a compilation
// in the process. Each round changes one word, for Typst remembers what it has already set.
import fs from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [input, output, rounds = '1'] = process.argv.slice(2);
const source = fs.readFileSync(input, 'utf8');
const compiler = NodeCompiler.create({ workspace: '.', fontArgs: [{ fontPaths: ['/usr/share/fonts/truetype/noto'] }] });
const compile = (text) => compiler.pdf({ mainFileContent: text });
fs.writeFileSync(output, compile(source));
const times = [];
for (let round = 0; round < Number(rounds); ++round) {
  const fresh = source.replaceAll(' la ', ` l${String.fromCharCode(97 + (round % 26))}${round} `);
  const begin = process.hrtime.bigint();
  compile(fresh);
  times.push(Number(process.hrtime.bigint() - begin) / 1e6);
}
times.sort((a, b) => a - b);
if (times.length) console.log(times[times.length >> 1].toFixed(2));
