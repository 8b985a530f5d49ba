package cn.justicehub.ledger.merkle;

import cn.justicehub.ledger.text.Spelling;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a tile in its one spelling (C2SP tlog-tiles, "Merkle Tree" and "Log entries"). */
final class TilePath {
    private static final Pattern FORM =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    private TilePath() {}

    static Optional<Tile> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        long level = form.group(1).equals("entries") ? Tile.ENTRIES : Spelling.decimal(form.group(1));
        long width = form.group(3) == null ? Tile.FULL_WIDTH : Spelling.decimal(form.group(3));
        String digits = form.group(2).replace("x", "").replace("/", "");
        long index = Spelling.decimal(digits.replaceFirst("^0+(?=.)", ""));
        boolean inRange = level <= 63 && index >= 0 && index <= Long.MAX_VALUE >> 8 && width >= 1 && width <= 256;
        return inRange
                ? Optional.of(new Tile((int) level, index, (int) width))
                        .filter(tile -> format(tile).equals(path))
                : Optional.empty();
    }

    static String format(Tile tile) {
        StringBuilder path = new StringBuilder(String.format("%03d", tile.index() % 1000));
        for (long rest = tile.index() / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format("x%03d/", rest % 1000));
        }
        path.insert(0, "tile/" + (tile.entries() ? "entries" : tile.level()) + "/");
        return tile.partial() ? path.append(".p/").append(tile.width()).toString() : path.toString();
    }
}
