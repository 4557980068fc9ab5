import { HubConnectionBuilder, HubConnectionState, HttpTransportType, LogLevel, type IHttpConnectionOptions } from '@microsoft/signalr'
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack'
import type { JoinReply, PullReply, PushReply } from './protocol'
import type { Dial, Wire } from './wire'

/** Connections to the editing hub: WebSockets alone, so that any node of the server will do. */
export function dialHub(url: string, options: Pick<IHttpConnectionOptions, 'headers'> = {}): Dial {
  return async events => {
    const connection = new HubConnectionBuilder()
      .withUrl(url, { ...options, transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .withHubProtocol(new MessagePackHubProtocol())
      .withServerTimeout(20_000)
      .withKeepAliveInterval(5_000)
      .configureLogging(LogLevel.None)
      .build()
    let within: number | null = null
    connection.on('updates', events.updates)
    connection.on('head', events.head)
    connection.on('bullets', events.bullets)
    connection.on('people', events.people)
    connection.on('cursors', events.cursors)
    connection.on('right', events.right)
    connection.on('draining', (milliseconds: number) => { within = milliseconds })
    connection.onclose(() => events.closed(within))
    await connection.start()

    const wire: Wire = {
      join: request => connection.invoke<JoinReply>('Join', request),
      push: request => connection.invoke<PushReply>('Push', request),
      pull: after => connection.invoke<PullReply>('Pull', { after }),
      present(cursor) {
        if (connection.state === HubConnectionState.Connected) connection.send('Present', cursor).catch(() => { /* a cursor may be lost */ })
      },
      close: () => connection.stop(),
    }
    return wire
  }
}
