// ShareDB in memory. Its durable adapters (sharedb-mongo, sharedb-postgres) each need a database server of their own; npm has none on a file.
import { createServer } from "node:http";
import WebSocketJSONStream from "@teamwork/websocket-json-stream";
import { type } from "ot-text-unicode";
import ShareDB from "sharedb";
import { WebSocketServer } from "ws";

ShareDB.types.register(type);
const backend = new ShareDB();
const server = createServer();
new WebSocketServer({ server }).on("connection", socket => {
  backend.listen(new WebSocketJSONStream(socket));
  socket.on("error", () => {});
});
server.listen(Number(process.argv[2]), "127.0.0.1");
