import { openChromium } from '/work/main/tests/e2e/harness/chromium.ts';
import { openFirefox } from '/work/main/tests/e2e/harness/firefox.ts';
import { openSettledPopup } from '/work/main/tests/e2e/harness/popup.ts';
import { writeFileSync } from 'node:fs';
for (const open of [openChromium, openFirefox]) {
  const b = await open({headed: process.argv[2]==='headed'});
  const page = await b.open('sample-article.html');
  await new Promise(r=>setTimeout(r,1500));
  const p = await openSettledPopup(b);
  for (let i=0;i<4;i++){ await new Promise(r=>setTimeout(r,400));
  console.log(b.name, await p.inDocument(d=>[d.defaultView?.innerWidth,d.defaultView?.innerHeight,d.body.getBoundingClientRect().width,d.documentElement.scrollHeight].join(' ')));}
  if(process.argv[2]==='headed'){ const {execSync}=await import('node:child_process'); execSync(`import -window root /tmp/root-${b.name}.png`);}
  await b.close();
}
