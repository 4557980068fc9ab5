import collabsummaries from "./collabsummaries.mjs";
import etherpad from "./etherpad.mjs";
import hocuspocus from "./hocuspocus.mjs";
import sharedb from "./sharedb.mjs";
import ywebsocket from "./ywebsocket.mjs";

export const adapters = { collabsummaries, ywebsocket, hocuspocus, sharedb, etherpad };
