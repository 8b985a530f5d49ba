package cn.justicehub.hub.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Where the hub's processor time goes: a flight recording of its Java code, by method and by package. */
final class HotSpots {

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final String OURS = "cn.justicehub.";
    private static final int METHODS = 25;
    private static final int PACKAGES = 15;

    private final @Nullable Path file;
    private final @Nullable Recording recording;
    private final Map<String, Integer> leafMethods = new TreeMap<>();
    private final Map<String, Integer> leafPackages = new TreeMap<>();
    private final Map<String, Integer> within = new TreeMap<>();
    private int samples;

    private HotSpots(@Nullable Path file, @Nullable Recording recording) {
        this.file = file;
        this.recording = recording;
    }

    /** @param file where the recording goes, or null not to record */
    static HotSpots start(@Nullable Path file) {
        if (file == null) {
            return new HotSpots(null, null);
        }
        Recording recording = new Recording();
        recording.enable(SAMPLE).withPeriod(PERIOD);
        recording.start();
        return new HotSpots(file, recording);
    }

    /** Ends the recording and says what it shows. */
    void stop(Report report) throws IOException {
        if (recording == null || file == null) {
            return;
        }
        recording.stop();
        Files.createDirectories(file.getParent());
        recording.dump(file);
        recording.close();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                count(events.readEvent());
            }
        }
        report.note(samples + " samples of running Java code in " + file.getFileName());
        tell(report, "in the method itself", leafMethods, METHODS);
        tell(report, "in the package itself", leafPackages, PACKAGES);
        tell(report, "in the hub's package and all that it calls", within, PACKAGES);
    }

    private void count(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        if (!event.getEventType().getName().equals(SAMPLE) || stack == null) {
            return;
        }
        List<RecordedFrame> frames = stack.getFrames();
        if (frames.isEmpty()) {
            return;
        }
        samples++;
        RecordedMethod leaf = frames.get(0).getMethod();
        leafMethods.merge(leaf.getType().getName() + "." + leaf.getName(), 1, Integer::sum);
        leafPackages.merge(packageOf(leaf), 1, Integer::sum);
        Set<String> ours = new LinkedHashSet<>();
        frames.forEach(frame -> ours.add(packageOf(frame.getMethod())));
        ours.stream().filter(name -> name.startsWith(OURS)).forEach(name -> within.merge(name, 1, Integer::sum));
    }

    private static String packageOf(RecordedMethod method) {
        String type = method.getType().getName();
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    private void tell(Report report, String what, Map<String, Integer> counts, int most) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .forEach(entry -> report.note(
                        String.format("%5.1f %% %s %s", 100.0 * entry.getValue() / samples, what, entry.getKey())));
    }
}
