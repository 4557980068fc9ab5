// Starts Blazor with a reconnect notice of our own: it covers nothing and never reloads by itself,
// because the editor on the page keeps unsent words that a reload in the wrong moment would have to bring back.
(() => {
  const notice = () => document.getElementById('components-reconnect-modal')
  const show = state => {
    const element = notice()
    if (!element) return
    if (state) element.dataset.state = state
    else delete element.dataset.state
  }

  document.addEventListener('click', e => {
    if (e.target instanceof Element && e.target.closest('[data-reload]')) location.reload()
  })

  const wait = attempt => Math.min(250 * 2 ** attempt, 5000)
  let trying = false

  const reconnect = async () => {
    if (trying) return
    trying = true
    show('trying')
    for (let attempt = 0; attempt < 60; attempt++) {
      await new Promise(done => setTimeout(done, wait(attempt)))
      try {
        if (await Blazor.reconnect()) { trying = false; show(null); return }
        const resumed = typeof Blazor.resumeCircuit === 'function' && await Blazor.resumeCircuit()
        if (resumed) { trying = false; show(null); return }
        break // The server no longer knows this page.
      } catch { /* not reachable yet */ }
    }
    trying = false
    show('lost')
  }

  Blazor.start({
    circuit: { reconnectionHandler: { onConnectionDown: () => { void reconnect() }, onConnectionUp: () => show(null) } },
  })
})()
