package cn.justicehub.hub.publish;

import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.merkle.Tile;
import cn.justicehub.ledger.merkle.Tiles;
import cn.justicehub.ledger.merkle.TreeHash;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public log: C2SP tlog-tiles for the SHA-256 tree, and the same under {@code /sm3} for its twin. */
@RestController
class LogController {

    private static final MediaType JSON_LINES = new MediaType("application", "jsonl");
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PublishedHeads heads;
    private final TileTable tiles;

    LogController(PublishedHeads heads, TileTable tiles) {
        this.heads = heads;
        this.tiles = tiles;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<Void> current() {
        return ResponseEntity.status(302)
                .location(URI.create("/log/" + heads.generation() + "/checkpoint"))
                .build();
    }

    @GetMapping("/log/keyring")
    ResponseEntity<byte[]> keyring() {
        return plain(JSON_LINES, String.join("\n", heads.keyring()) + "\n");
    }

    @GetMapping("/log/{generation:[1-9][0-9]{0,5}}/checkpoint")
    ResponseEntity<byte[]> checkpoint(@PathVariable int generation) {
        return text(published(generation).checkpoint());
    }

    @GetMapping("/log/{generation:[1-9][0-9]{0,5}}/sm3/checkpoint")
    ResponseEntity<byte[]> checkpointSm3(@PathVariable int generation) {
        return text(published(generation).checkpointSm3());
    }

    @GetMapping("/log/{generation:[1-9][0-9]{0,5}}/tile/**")
    ResponseEntity<byte[]> tile(@PathVariable int generation, HttpServletRequest request) {
        return tile(generation, TreeHash.SHA256, request.getRequestURI(), "/log/" + generation + "/");
    }

    @GetMapping("/log/{generation:[1-9][0-9]{0,5}}/sm3/tile/**")
    ResponseEntity<byte[]> tileSm3(@PathVariable int generation, HttpServletRequest request) {
        return tile(generation, TreeHash.SM3, request.getRequestURI(), "/log/" + generation + "/sm3/");
    }

    private ResponseEntity<byte[]> tile(int generation, TreeHash hash, String uri, String prefix) {
        PublishedHeads.Published head = published(generation);
        Tile tile = Tile.parse(uri.substring(prefix.length()))
                .filter(t -> t.within(head.size()))
                .orElseThrow(Refusal::notFound);
        byte[] bytes = tile.entries()
                ? Tiles.bundle(tiles.entries(generation, tile))
                : tiles.reader(generation, hash).read(tile);
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    private PublishedHeads.Published published(int generation) {
        PublishedHeads.Published head = heads.find(generation);
        if (head == null) {
            throw Refusal.notFound();
        }
        return head;
    }

    private static ResponseEntity<byte[]> text(String text) {
        return plain(TEXT, text);
    }

    private static ResponseEntity<byte[]> plain(MediaType type, String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(type)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
