package cn.justicehub.hub.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The loader's process: for each line that is a {@link Round}, reads its requests, answers {@code ready}, waits for another
 * line, plays the round and answers with an {@link Outcome}. Ends with its input. Its argument is the port of a {@link Sink},
 * which listens as long.
 */
final class Loader {

    private Loader() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Sink.listen(Integer.parseInt(arguments[0]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Round round = Round.of(line);
            List<Template> templates = Template.read(round.requests());
            out.println("ready");
            if (in.readLine() != null) {
                play(round, templates, out);
            }
        }
        System.exit(0); // the sink has threads of its own
    }

    private static void play(Round round, List<Template> templates, PrintStream out)
            throws IOException, InterruptedException {
        Play play = new Play(round, templates);
        Outcome outcome = play.run();
        Spot.write(round.spots(), play.spots());
        out.println(outcome.line());
    }
}
