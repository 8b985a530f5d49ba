package cn.justicehub.hub.time;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads calendars: the years that ship with the hub, and an operator's folder that overrides or adds whole years. */
public final class CalendarFiles {

    /** The shipped years run on from here without a gap, so that no index of them can go stale. */
    private static final int FIRST_BUILT_IN = 2024;

    private static final Pattern NAME = Pattern.compile("(\\d{4})\\.yaml");
    private static final Pattern YAML = Pattern.compile(".*\\.ya?ml", Pattern.CASE_INSENSITIVE);

    private final Map<Integer, CalendarYear> years = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private CalendarFiles() {}

    /** The calendar that ships with the hub. */
    public static BusinessCalendar builtIn() {
        return load(null);
    }

    /**
     * The shipped calendar with a folder's {@code <year>.yaml} files over it, year by year; files of other kinds are not
     * looked at.
     *
     * @param folder an existing folder, or null if the operator has none
     * @throws CalendarException with all faults of all files
     */
    public static BusinessCalendar load(@Nullable Path folder) {
        CalendarFiles files = new CalendarFiles();
        files.readBuiltIn();
        if (folder != null) {
            files.readFolder(folder);
        }
        if (!files.faults.isEmpty()) {
            throw new CalendarException(files.faults);
        }
        return new BusinessCalendar(files.years.values());
    }

    private void readBuiltIn() {
        for (int year = FIRST_BUILT_IN; ; year++) {
            String name = year + ".yaml";
            try (InputStream in = CalendarFiles.class.getResourceAsStream("/calendar/" + name)) {
                if (in == null) {
                    return;
                }
                add("built-in " + name, year, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                faults.add("built-in " + name + ": cannot be read: " + e.getMessage());
            }
        }
    }

    private void readFolder(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            listed.filter(path -> YAML.matcher(name(path)).matches()).sorted().forEach(this::readFile);
        } catch (IOException e) {
            faults.add(folder + ": is not a folder that can be read");
        }
    }

    private void readFile(Path path) {
        var matcher = NAME.matcher(name(path));
        if (!matcher.matches()) {
            faults.add(name(path) + ": must be named <year>.yaml");
            return;
        }
        try {
            add(name(path), Integer.parseInt(matcher.group(1)), Files.readString(path));
        } catch (IOException e) {
            faults.add(name(path) + ": cannot be read as UTF-8: " + e.getMessage());
        }
    }

    private void add(String file, int year, String yaml) {
        CalendarReader.read(file, year, yaml, faults::add).ifPresent(read -> years.put(year, read));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
