package cn.justicehub.hub.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows under headings, in columns as wide as they need; Chinese characters take two places of a terminal. */
final class Table {

    private static final int FIRST_WIDE = 0x2E80;

    private Table() {}

    static void print(PrintWriter out, List<String> headings, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(headings);
        all.addAll(rows);
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int widest = all.stream()
                        .mapToInt(one -> width(one.get(column)))
                        .max()
                        .orElse(0);
                line.append(row.get(i)).append(" ".repeat(widest - width(row.get(i)) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    static int width(String text) {
        return text.codePoints().map(point -> point >= FIRST_WIDE ? 2 : 1).sum();
    }
}
