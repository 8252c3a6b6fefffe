import { connect, type Socket } from 'node:net';

/** One keep-alive connection that costs the load generator next to nothing: what is measured is the server. */
export class RawConnection {
  readonly #socket: Socket;
  #received = '';
  #waiting: ((response: string) => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket.setEncoding('latin1').setNoDelay(true);
    socket.on('data', (chunk: string) => {
      this.#received += chunk;
      this.#deliver();
    });
  }

  static open(origin: string): Promise<RawConnection> {
    const { hostname, port } = new URL(origin);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new RawConnection(socket))).once(
        'error',
        reject,
      );
    });
  }

  /** The whole response, head and body, as text. Answers without content-length are not for this client. */
  send(request: string): Promise<string> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #deliver(): void {
    const head = this.#received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#received)?.[1] ?? '0';
    const end = head + 4 + Number(length);
    if (this.#received.length < end) return;
    const response = this.#received.slice(0, end);
    this.#received = this.#received.slice(end);
    this.#waiting?.(response);
  }
}
