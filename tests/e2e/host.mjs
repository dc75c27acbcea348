//! Hosts a built page on this machine until it is interrupted: node host.mjs FOLDER PORT.

import { argv } from "node:process";
import { serve } from "./server.mjs";

const [folder, port] = argv.slice(2);
await serve(folder, "/", { port: Number(port) });
