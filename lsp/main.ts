/**
 * The process of the language server: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` say how the client talks
 * to it. It ends with its client: when the client says so, when its input closes, or when the client's process is gone.
 */
import { Console } from 'node:console';
import {
  createConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { diskWithPages } from './disk.ts';
import { type RunningServer, startServer } from './server.ts';

type Transport = readonly [reader: MessageReader, writer: MessageWriter];

/** The transport that the arguments ask for; undefined where they ask for none. */
function transportOf(args: readonly string[]): Transport | undefined {
  for (const [index, arg] of args.entries()) {
    const [name, value = args[index + 1] ?? ''] = arg.split(/=(.*)/s);
    switch (name) {
      case '--stdio':
        keepStdoutClean();
        return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)];
      case '--node-ipc':
        return [new IPCMessageReader(process), new IPCMessageWriter(process)];
      case '--socket':
        return createServerSocketTransport(Number(value));
      case '--pipe':
        return createServerPipeTransport(value);
      default:
    }
  }
  return undefined;
}

/** Whatever a library prints would be read as a message. */
function keepStdoutClean(): void {
  globalThis.console = new Console(process.stderr, process.stderr);
}

/** So long, in milliseconds, what came right before the end of the input is still heard: often it is the goodbye. */
const LAST_WORDS = 200;

function serve([reader, writer]: Transport): void {
  const server = startServer(createConnection(reader, writer), diskWithPages(process.argv[1]));
  const end = (): never => process.exit(server.isShutDown ? 0 : 1);
  reader.onClose(() => setTimeout(end, LAST_WORDS));
  writer.onClose(end);
  // Who cannot be told anything has gone.
  writer.onError(end);
  // What is no message is skipped; the next one may be one.
  reader.onError((error) => server.report(error));
  process.on('disconnect', end);
  survive(server);
}

/** A command ends with its first defect, but an editor's server goes on with the next request. */
function survive({ report }: RunningServer): void {
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

const transport = transportOf(process.argv.slice(2));
if (transport === undefined) {
  process.stderr.write(
    'mofsec: say how the editor talks to the language server: --stdio, --node-ipc, --socket=PORT or --pipe=NAME\n',
  );
  process.exitCode = 2;
} else {
  serve(transport);
}
