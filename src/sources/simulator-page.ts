/** The page of a simulator: its tables, and a form to change a record as somebody at the vendor's screen would. */
export function simulatorPage(name: string, tables: readonly string[]): string {
  const options = tables.map((table) => `<option>${table}</option>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name} (simulated)</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
  main { display: grid; grid-template-columns: minmax(16rem, 1fr) 2fr; gap: 1.5rem }
  #rows { max-height: 70vh; overflow: auto; border: 1px solid #8885; border-radius: 6px }
  #rows button { display: block; box-sizing: border-box; width: 100%; text-align: left; border: 0; border-bottom: 1px solid #8883; background: none; color: inherit; font: inherit; padding: .4rem .7rem; cursor: pointer }
  #rows button[aria-current] { background: #4a7dff33 }
  textarea { width: 100%; height: 55vh; box-sizing: border-box; font: 13px/1.5 ui-monospace, monospace }
  input, select, .act { font: inherit; padding: .3rem .6rem }
</style>
<h1>${name} <small>simulated</small></h1>
<p>Change a record here as somebody using ${name} would, and watch the gateway notice. Faults: <code>PUT /_sim/faults</code>.</p>
<p><select id="table" aria-label="Table">${options}</select> <input id="find" type="search" placeholder="Find" aria-label="Find"> <span id="count"></span></p>
<main><div id="rows"></div><form id="form"><textarea id="row" aria-label="Record as JSON" spellcheck="false"></textarea>
<p><button class="act">Save</button> <button class="act" type="button" id="add">Save as new</button> <button class="act" type="button" id="remove">Delete</button> <output id="said"></output></p></form></main>
<script type="module">
  const $ = (id) => document.getElementById(id);
  let rows = [], current = null;
  const label = (row) => [row.firstName ?? row.first_name ?? row.name ?? row.title ?? row.description ?? '', row.lastName ?? row.last_name ?? row.surname ?? '', row.email ?? row.emailaddress ?? ''].join(' ').trim().slice(0, 60) || row.id;
  const api = (path, method = 'GET', body) => fetch('/_sim/tables/' + $('table').value + path, { method, headers: body ? { 'content-type': 'application/json' } : {}, body }).then(async (r) => { if (!r.ok) throw new Error((await r.json()).message); return r.json(); });
  async function load() { rows = await api(''); show(); }
  function show() {
    const wanted = $('find').value.toLowerCase();
    const found = rows.filter((row) => JSON.stringify(row).toLowerCase().includes(wanted));
    $('count').textContent = found.length + ' records';
    $('rows').replaceChildren(...found.slice(0, 500).map((row) => { const b = document.createElement('button'); b.textContent = label(row); if (current === row.id) b.setAttribute('aria-current', 'true'); b.onclick = () => { current = row.id; $('row').value = JSON.stringify(row, null, 2); show(); }; return b; }));
  }
  async function act(work, said) { try { const row = await work(); if (row.id) current = row.id; await load(); $('said').textContent = said; } catch (error) { $('said').textContent = error.message; } }
  $('table').onchange = () => { current = null; $('row').value = ''; load(); };
  $('find').oninput = show;
  $('form').onsubmit = (event) => { event.preventDefault(); act(() => api('/' + encodeURIComponent(current), 'PATCH', $('row').value), 'Saved'); };
  $('add').onclick = () => act(() => { const { id, ...row } = JSON.parse($('row').value); return api('', 'POST', JSON.stringify(row)); }, 'Added');
  $('remove').onclick = () => act(() => api('/' + encodeURIComponent(current), 'DELETE'), 'Deleted');
  load();
</script></html>`;
}
