// A client of the YAML language server: as much of the protocol as an editor needs to show findings and completions.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const SERVER = fileURLToPath(
  new URL("node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url),
);
const PATIENCE = 20_000;

/** What an editor without settings of its own would answer; nothing is fetched from the network. */
const SETTINGS = { validate: true, completion: true, hover: true, schemaStore: { enable: false } };

export class Client {
  #server = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  #received = Buffer.alloc(0);
  #asked = new Map();
  #diagnostics = new Map();
  #next = 1;

  constructor() {
    this.#server.stdout.on("data", (chunk) => this.#read(chunk));
  }

  async start(root) {
    const capabilities = {
      textDocument: {
        completion: { completionItem: { documentationFormat: ["markdown", "plaintext"] } },
        hover: { contentFormat: ["markdown"] },
        publishDiagnostics: {},
      },
      workspace: { configuration: true },
    };
    await this.ask("initialize", { processId: process.pid, rootUri: root, capabilities });
    this.#send({ method: "initialized", params: {} });
    this.#send({ method: "workspace/didChangeConfiguration", params: { settings: { yaml: SETTINGS } } });
  }

  /** Opens a text and waits for what the server finds in it. */
  open(uri, text) {
    const found = this.#within(`findings of ${uri}`, (resolve) => this.#diagnostics.set(uri, resolve));
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    this.#send({ method: "textDocument/didOpen", params: { textDocument } });
    return found;
  }

  completions(uri, position) {
    return this.ask("textDocument/completion", { textDocument: { uri }, position });
  }

  hover(uri, position) {
    return this.ask("textDocument/hover", { textDocument: { uri }, position });
  }

  ask(method, params) {
    const id = this.#next++;
    const answer = this.#within(method, (resolve) => this.#asked.set(id, resolve));
    this.#send({ id, method, params });
    return answer;
  }

  async stop() {
    await this.ask("shutdown", null);
    this.#send({ method: "exit" });
  }

  #within(what, begin) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer: ${what}`)), PATIENCE);
      begin((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk) {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString("utf8", 0, end))[1]);
      if (this.#received.length < end + 4 + length) return;
      const body = this.#received.toString("utf8", end + 4, end + 4 + length);
      this.#received = this.#received.subarray(end + 4 + length);
      this.#take(JSON.parse(body));
    }
  }

  #take(message) {
    if (message.method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = message.params;
      this.#diagnostics.get(uri)?.(diagnostics);
    } else if (message.method === "workspace/configuration") {
      const answer = message.params.items.map(({ section }) => (section === "yaml" ? SETTINGS : {}));
      this.#send({ id: message.id, result: answer });
    } else if (message.method !== undefined && message.id !== undefined) {
      this.#send({ id: message.id, result: null });
    } else if (message.id !== undefined) {
      const resolve = this.#asked.get(message.id);
      if (message.error) throw new Error(`${JSON.stringify(message.error)}`);
      resolve?.(message.result);
    }
  }
}
