// Recordings by other people's hands: what jink writes is read here, and what is written here jink replays.
//   node bags.mjs write DIR   writes DIR/chunks.mcap (zstd), DIR/plain/ (sqlite3), DIR/packed/ (zstd, by message)
//   node bags.mjs read BAG    reads a recording of jink's and prints its topics and the first picture
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";

// Without it sql.js reads its WebAssembly as a file.
delete globalThis.fetch;

const require = createRequire(path.join(process.cwd(), "package.json"));
const { McapWriter } = require("@mcap/core");
const { Rosbag2, SqliteSqljs } = require("@foxglove/rosbag2-web");
const initSqlJs = require("@foxglove/sql.js");
const zstd = require("@foxglove/wasm-zstd");
const { MessageWriter } = require("@foxglove/rosmsg2-serialization");
const { ros2humble } = require("@foxglove/rosmsg-msgs-common");

const WIDTH = 320;
const HEIGHT = 240;
const FRAMES = 45;
const PERIOD = 66_666_667n;
const START = 1_700_000_000_000_000_000n;

const definitions = [];
const collect = (name) => {
  const definition = { ...ros2humble[name] };
  definitions.push(definition);
  for (const field of definition.definitions) {
    if (field.isComplex && !definitions.some((d) => d.name === field.type)) collect(field.type);
  }
};

const writerOf = (type) => {
  definitions.length = 0;
  collect(type.replace("/msg/", "/") in ros2humble ? type.replace("/msg/", "/") : type);
  // The root goes first and without a name of its own.
  const [root, ...others] = definitions;
  return new MessageWriter([{ definitions: root.definitions }, ...others]);
};

const header = (nanos, frame) => ({
  stamp: { sec: Number(nanos / 1_000_000_000n), nsec: Number(nanos % 1_000_000_000n), nanosec: Number(nanos % 1_000_000_000n) },
  frame_id: frame,
});

function* flight() {
  const types = {
    "/cam/image_raw": "sensor_msgs/msg/Image",
    "/cam/camera_info": "sensor_msgs/msg/CameraInfo",
    "/odom": "nav_msgs/msg/Odometry",
  };
  const writers = Object.fromEntries(Object.entries(types).map(([topic, type]) => [topic, writerOf(type)]));
  const focal = 200;
  for (let i = 0; i < FRAMES; i++) {
    const nanos = START + BigInt(i) * PERIOD;
    const data = new Uint8Array(WIDTH * HEIGHT);
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        data[y * WIDTH + x] = 128 + 90 * Math.sin((x + 3 * i) / 23) * Math.cos((y + i) / 17);
      }
    }
    const messages = {
      "/cam/camera_info": {
        header: header(nanos, "cam"), height: HEIGHT, width: WIDTH, distortion_model: "plumb_bob", d: [0, 0, 0, 0, 0],
        k: [focal, 0, 159.5, 0, focal, 119.5, 0, 0, 1], r: [1, 0, 0, 0, 1, 0, 0, 0, 1],
        p: [focal, 0, 159.5, 0, 0, focal, 119.5, 0, 0, 0, 1, 0], binning_x: 0, binning_y: 0,
        roi: { x_offset: 0, y_offset: 0, height: 0, width: 0, do_rectify: false },
      },
      "/odom": {
        header: header(nanos, "odom"), child_frame_id: "base_link",
        pose: {
          pose: { position: { x: i * 0.1, y: 0, z: 1.5 }, orientation: { x: 0, y: 0, z: 0, w: 1 } },
          covariance: new Array(36).fill(0),
        },
        twist: {
          twist: { linear: { x: 1.5, y: 0, z: 0 }, angular: { x: 0, y: 0, z: 0 } }, covariance: new Array(36).fill(0),
        },
      },
      "/cam/image_raw": {
        header: header(nanos, "cam"), height: HEIGHT, width: WIDTH, encoding: "mono8", is_bigendian: 0, step: WIDTH, data,
      },
    };
    for (const [topic, message] of Object.entries(messages)) {
      yield { topic, type: types[topic], nanos, payload: writers[topic].writeMessage(message) };
    }
  }
}

async function writeMcap(file) {
  const parts = [];
  let size = 0n;
  const writer = new McapWriter({
    writable: {
      write: async (bytes) => { parts.push(Buffer.from(bytes)); size += BigInt(bytes.byteLength); },
      position: () => size,
    },
    compressChunk: (bytes) => ({ compression: "zstd", compressedData: zstd.compress(bytes, 3) }),
  });
  await writer.start({ profile: "ros2", library: "independent" });
  const channels = {};
  for (const { topic, type, nanos, payload } of flight()) {
    if (!(topic in channels)) {
      const schemaId = await writer.registerSchema({ name: type, encoding: "ros2msg", data: new Uint8Array() });
      channels[topic] = await writer.registerChannel({
        schemaId, topic, messageEncoding: "cdr", metadata: new Map(),
      });
    }
    await writer.addMessage({ channelId: channels[topic], sequence: 0, logTime: nanos, publishTime: nanos, data: payload });
  }
  await writer.end();
  fs.writeFileSync(file, Buffer.concat(parts));
}

async function writeSqlite(folder, pack) {
  fs.mkdirSync(folder);
  const SQL = await initSqlJs();
  const db = new SQL.Database();
  db.run("CREATE TABLE topics(id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, serialization_format TEXT NOT NULL, offered_qos_profiles TEXT NOT NULL)");
  db.run("CREATE TABLE messages(id INTEGER PRIMARY KEY, topic_id INTEGER NOT NULL, timestamp INTEGER NOT NULL, data BLOB NOT NULL)");
  const ids = {};
  for (const { topic, type, nanos, payload } of flight()) {
    if (!(topic in ids)) {
      ids[topic] = Object.keys(ids).length + 1;
      db.run("INSERT INTO topics VALUES (?, ?, ?, 'cdr', '')", [ids[topic], topic, type]);
    }
    db.run(`INSERT INTO messages (topic_id, timestamp, data) VALUES (?, ${nanos}, ?)`,
      [ids[topic], pack ? new Uint8Array(zstd.compress(payload, 3)) : payload]);
  }
  fs.writeFileSync(path.join(folder, "flight_0.db3"), db.export());
  fs.writeFileSync(path.join(folder, "metadata.yaml"), `rosbag2_bagfile_information:
  version: 4
  storage_identifier: sqlite3
  compression_format: "${pack ? "zstd" : ""}"
  compression_mode: "${pack ? "MESSAGE" : ""}"
  relative_file_paths:
    - flight_0.db3
`);
}

async function read(bag) {
  await SqliteSqljs.Initialize();
  const files = fs.readdirSync(bag).filter((name) => name.endsWith(".db3"));
  const reader = new Rosbag2(files.map((name) => new SqliteSqljs(new Uint8Array(fs.readFileSync(path.join(bag, name))))));
  await reader.open();
  const counts = await reader.messageCounts();
  for (const topic of await reader.readTopics()) {
    console.log(`${topic.name} ${topic.type} ${counts.get(topic.name)}`);
  }
  for await (const message of reader.readMessages({ topics: ["/image_raw"] })) {
    const { width, height, encoding, data } = message.value;
    console.log(`picture ${width}x${height} ${encoding} ${data.length} bytes`);
    break;
  }
  await reader.close();
}

await zstd.isLoaded;
const [verb, target] = process.argv.slice(2);
if (verb === "write") {
  await writeMcap(path.join(target, "chunks.mcap"));
  await writeSqlite(path.join(target, "plain"), false);
  await writeSqlite(path.join(target, "packed"), true);
} else {
  await read(target);
}
