// Reads ESC/POS from stdin by npm's npos, which this project did not write; tells on stdout what it
// found: the commands in their order, the pictures put together, and what it could not read.
const npos = require("npos");

const chunks = [];
process.stdin.on("data", (chunk) => chunks.push(chunk));
process.stdin.on("end", async () => {
  const ast = await npos.parser().parse(Buffer.concat(chunks));
  const commands = ast.tree.map((node) => (node.fn === undefined ? "text" : `${node.ascii} ${node.fn}`));
  const pictures = ast.entries
    .filter(({ type }) => type === "raster")
    .map(({ data }) => {
      const rows = [];
      for (let y = 0; y < data.height; y++) {
        for (let x = 0; x < data.width; x++) rows.push(data.getPixel(x, y) === 0 ? 0 : 255);
      }
      return { width: data.width, height: data.height, dots: Buffer.from(rows).toString("base64") };
    });
  process.stdout.write(JSON.stringify({ error: ast.error ? String(ast.error) : null, commands, pictures }));
});
