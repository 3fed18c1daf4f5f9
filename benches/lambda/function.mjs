// The function to compare with: it draws with Chart.js on a native canvas, stores the PNG in S3 and signs a link to it. The loop at the
// end replaces Lambda's node runtime.
import path from 'node:path';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(path.join(process.env.PEER_MODULES, 'x.js'));
const { createCanvas, GlobalFonts } = require('@napi-rs/canvas');
const { Chart } = require('chart.js/auto');
const { S3Client, PutObjectCommand, GetObjectCommand } = require('@aws-sdk/client-s3');
const { getSignedUrl } = require('@aws-sdk/s3-request-presigner');

for (const face of ['400Regular/Inter_400Regular', '700Bold/Inter_700Bold']) {
  GlobalFonts.registerFromPath(require.resolve(`@expo-google-fonts/inter/${face}.ttf`), 'Inter');
}
const s3 = new S3Client({ endpoint: process.env.AWS_ENDPOINT_URL_S3, forcePathStyle: true });
const Bucket = 'pictures';

async function handler(config) {
  const canvas = createCanvas(config.width, config.height);
  const chart = new Chart(canvas, config);
  const Body = canvas.toBuffer('image/png');
  chart.destroy();
  const Key = `out/${createHash('sha256').update(Body).digest('hex')}.png`;
  await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'image/png', IfNoneMatch: '*' }));
  const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: 3600 });
  return { bucket: Bucket, key: Key, url };
}

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;
for (;;) {
  const next = await fetch(`${api}/next`);
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const answer = await handler(await next.json());
  await (await fetch(`${api}/${id}/response`, { method: 'POST', body: JSON.stringify(answer) })).text();
}
