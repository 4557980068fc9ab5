import etherpad from "./etherpad.mjs";
import hocuspocus from "./hocuspocus.mjs";
import sharedb from "./sharedb.mjs";
import ywebsocket from "./ywebsocket.mjs";

export const adapters = { ywebsocket, hocuspocus, sharedb, etherpad };
