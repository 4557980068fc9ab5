import type { Dial, WireEvents } from '../../../../src/editor/src/sync/wire'

/** What the server acknowledged, as it left the server: whether the page ever heard of it is the network's affair. */
export interface Witness {
  acknowledged(clientId: string, seq: number): void
}

/** How bad the network is now; `calm` lets everything through in order. */
export interface Weather {
  calm: boolean
}

/** Cuts the connection there is, as pulling the plug does. */
export interface Line {
  cut(): void
}

const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

/** Writes down every acknowledgement, below all bad weather. */
export function witnessed(dial: Dial, witness: Witness): Dial {
  return async events => {
    const wire = await dial(events)
    let clientId = ''
    return {
      ...wire,
      async join(request) {
        const reply = await wire.join(request)
        clientId = reply.clientId
        return reply
      },
      async push(request) {
        const reply = await wire.push(request)
        if (reply.code === null) request.updates.forEach((_, i) => witness.acknowledged(clientId, request.firstSeq + i))
        return reply
      },
    }
  }
}

/**
 * A network that delays, drops, doubles and reorders what the server says unasked, delays questions and answers, sends a push twice, and cuts the
 * connection before a question went out or before its answer came back. Answers themselves are not dropped singly: below them lies TCP.
 */
export function stormy(dial: Dial, random: () => number, weather: Weather, line: Line): Dial {
  const late = () => (weather.calm || random() < 0.6 ? Promise.resolve() : pause(random() * 25))

  return async events => {
    let down = false
    const hint = (say: () => void) => {
      const chance = weather.calm ? 1 : random()
      if (down || chance < 0.05) return
      if (chance < 0.35) setTimeout(() => { if (!down) say() }, random() * 40)
      if (chance > 0.28) say()
    }
    const heard: WireEvents = {
      updates: m => hint(() => events.updates(m)),
      head: m => hint(() => events.head(m)),
      bullets: m => hint(() => events.bullets(m)),
      people: m => hint(() => events.people(m)),
      cursors: m => hint(() => events.cursors(m)),
      right: m => { if (!down) events.right(m) },
      closed: within => { if (!down) events.closed(within) },
    }
    await late()
    const wire = await dial(heard)
    const cut = () => {
      if (down) return
      down = true
      void wire.close().catch(() => {})
      events.closed(null)
    }
    line.cut = cut
    const ask = async <T>(send: () => Promise<T>): Promise<T> => {
      await late()
      if (!weather.calm && random() < 0.015) cut()
      if (down) throw new Error('The connection was cut before the question.')
      const reply = await send()
      await late()
      if (!weather.calm && random() < 0.02) cut()
      if (down) throw new Error('The connection was cut before the answer.')
      return reply
    }

    return {
      join: request => ask(() => wire.join(request)),
      pull: after => ask(() => wire.pull(after)),
      push: request => ask(() => {
        if (!weather.calm && random() < 0.05) void wire.push(request).catch(() => {})
        return wire.push(request)
      }),
      present(cursor) { if (!down) wire.present(cursor) },
      close: () => wire.close(),
    }
  }
}
