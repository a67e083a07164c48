import chromium from "@sparticuz/chromium"; import { chromium as pw } from "playwright-core";
const b = await pw.launch({executablePath: await chromium.executablePath(), args: ["--no-sandbox","--disable-gpu"], headless:true});
const go = async (name, qs, w) => { const p = await b.newPage({viewport:{width:w,height:1000}}); p.on("pageerror",e=>console.log(name,"ERR",e.message)); p.on("console",m=>{if(m.type()==="error"||m.type()==="warning")console.log(name,m.text().slice(0,300));});
 await p.goto("http://127.0.0.1:5987/"+qs); await p.waitForFunction("window.ready");
 return p; };
for (const [name,qs,w] of [["en","?",1100],["dark","?dark=1",1100],["ar","?lang=ar",1100],["phone","?",390]]) {
 const p = await go(name,qs,w); const ar = name==="ar";
 const at = ar ? ["c4","c5","c7"] : ["c5","c6","c9"];
 await p.click(`[data-id=${at[0]}]`); await p.keyboard.press("End"); await p.keyboard.press("Enter"); await p.keyboard.type(ar?"نص جديد VHF مضاف؛":"the winter storms of late years;");
 await p.evaluate(id=>editor.suppress(id), at[1]);
 await p.dblclick(`[data-id=${at[2]}]`, {position:{x: ar?480:(w>500?120:90),y:12}}); await p.keyboard.type(ar?"كلمة":"changed");
 await p.screenshot({path:`/tmp/editor-${name}.png`});
 console.log(name, (await p.evaluate(()=>state.redline.changes.map(c=>c.kind+":"+c.deleted+">"+c.inserted))).join(" | ").slice(0,400));
 await p.close();
}
const p = await go("big","?big=1250",1100);
const r = await p.evaluate(async () => {
  const med = a => { a=[...a].sort((x,y)=>x-y); return [a[a.length>>1].toFixed(2), a[Math.floor(a.length*0.95)].toFixed(2)]; };
  const view = document.querySelector(".ProseMirror").editor.view;
  for (let i=0;i<450;i++){ const pos=view.state.doc.child(i*2).nodeSize; let at=0; for(let j=0;j<i*2;j++) at+=view.state.doc.child(j).nodeSize; if(i%10===0) view.dispatch(view.state.tr.insertText("edited ",at+8)); }
  const local=[]; let at=0; for(let j=0;j<600;j++) at+=view.state.doc.child(j).nodeSize;
  for(let i=0;i<100;i++){ const t=performance.now(); view.dispatch(view.state.tr.insertText("x",at+20+i)); local.push(performance.now()-t); }
  const other=new Y.Doc(); Y.applyUpdate(other,Y.encodeStateAsUpdate(doc)); const remote=[]; const frag=other.getXmlFragment("text");
  for(let i=0;i<100;i++){ const sv=Y.encodeStateVector(other); frag.get(300).get(0).insert(5,"y"); const u=Y.encodeStateAsUpdate(other,sv); const t=performance.now(); Y.applyUpdate(doc,u); remote.push(performance.now()-t);}
  return {local:med(local),remote:med(remote)};
}); console.log("typing ms median/p95", JSON.stringify(r));
await b.close();
