package cn.justicehub.hub.benchmark;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The loader, in a process of its own on the same JDK. */
final class LoaderProcess implements AutoCloseable {

    private final Process process;
    private final PrintStream out;
    private final BufferedReader in;

    private LoaderProcess(Process process) {
        this.process = process;
        this.out = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param sinkPort where it takes what the hub delivers */
    static LoaderProcess start(int sinkPort) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dsun.net.httpserver.nodelay=true",
                        Loader.class.getName(),
                        Integer.toString(sinkPort))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new LoaderProcess(process);
    }

    long pid() {
        return process.pid();
    }

    /** Has the loader read the round's requests. */
    void prepare(Round round) throws IOException {
        out.println(round.line());
        String answer = answer();
        if (!answer.equals("ready")) {
            throw new IOException("the loader said " + answer);
        }
    }

    /** Plays the round that was prepared. */
    Outcome play() throws IOException {
        out.println("go");
        return Outcome.of(answer());
    }

    private String answer() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the loader ended");
        }
        return line;
    }

    @Override
    public void close() {
        out.close();
    }
}
