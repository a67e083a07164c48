import chromium from "@sparticuz/chromium"; import { chromium as pw } from "playwright-core";
const b = await pw.launch({executablePath: await chromium.executablePath(), args: ["--no-sandbox","--disable-gpu"], headless:true});
const p = await b.newPage(); await p.goto("http://127.0.0.1:5987/?big=1250"); await p.waitForSelector(".ProseMirror"); await p.waitForFunction("window.ready");
const c = await p.context().newCDPSession(p);
await p.evaluate(()=>{ const view=document.querySelector(".ProseMirror").editor.view; let at=0; for(let i=0;i<450;i++){ at=0; for(let j=0;j<i*2;j++) at+=view.state.doc.child(j).nodeSize; if(i%30===0) view.dispatch(view.state.tr.insertText("edited ",at+8)); } });
await c.send("Profiler.enable"); await c.send("Profiler.start");
const r = await p.evaluate(()=>{ const med=a=>[...a].sort((x,y)=>x-y)[a.length>>1].toFixed(2); const view=document.querySelector(".ProseMirror").editor.view; let at=0; for(let j=0;j<600;j++) at+=view.state.doc.child(j).nodeSize;
 const ap=[],di=[]; for(let i=0;i<60;i++){ const tr=view.state.tr.insertText("x",at+20+i); const t=performance.now(); view.dispatch(tr); di.push(performance.now()-t);} return med(di); });
const {profile} = await c.send("Profiler.stop"); console.log("local", r);
const self = new Map(); const dt=profile.timeDeltas; profile.samples.forEach((s,i)=>self.set(s,(self.get(s)||0)+dt[i]));
const by=new Map(); for(const n of profile.nodes){ const k=n.callFrame.functionName+" "+n.callFrame.url.split("/").pop()+":"+n.callFrame.lineNumber; by.set(k,(by.get(k)||0)+(self.get(n.id)||0)); }
console.log([...by].sort((a,b)=>b[1]-a[1]).slice(0,14).map(([k,v])=>(v/1000/60).toFixed(2)+" "+k).join("\n"));
await b.close();
