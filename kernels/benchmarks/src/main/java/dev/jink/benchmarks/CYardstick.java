package dev.jink.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's C program, compiled for this machine, answering one round at a time. */
final class CYardstick implements AutoCloseable {
    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final String path;

    private CYardstick(Path folder, Process process) throws IOException {
        this.folder = folder;
        this.process = process;
        answers = process.inputReader();
        questions = process.outputWriter();
        path = answers.readLine();
    }

    /** Null when this machine has no C compiler. */
    static CYardstick compile() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("jink-peak");
        Path program = folder.resolve("peak");
        for (String compiler : List.of("cc", "gcc", "clang")) {
            try (InputStream source = CYardstick.class.getResourceAsStream("peak.c")) {
                Path file = folder.resolve("peak.c");
                Files.write(file, source.readAllBytes());
                Process build =
                        new ProcessBuilder(
                                        compiler,
                                        "-O3",
                                        "-march=native",
                                        file.toString(),
                                        "-o",
                                        program.toString())
                                .redirectErrorStream(true)
                                .start();
                String said = new String(build.getInputStream().readAllBytes());
                if (build.waitFor() == 0) {
                    return new CYardstick(folder, new ProcessBuilder(program.toString()).start());
                }
                throw new IOException(
                        "%s: got status %d (%s), wanted peak.c compiled: repair the compiler"
                                .formatted(
                                        compiler,
                                        build.exitValue(),
                                        said.lines().findFirst().orElse("no word")));
            } catch (IOException e) {
                if (!String.valueOf(e.getMessage()).startsWith("Cannot run program")) {
                    throw e;
                }
            }
        }
        delete(folder);
        return null;
    }

    /** The instructions it counts bits with: {@code avx512_vpopcntdq}, {@code avx2}, {@code portable}. */
    String path() {
        return path;
    }

    /** One round: T multiply-accumulates a second. */
    double round() throws IOException {
        questions.write("\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the C yardstick ended: got no answer, wanted a rate: run again");
        }
        return Double.parseDouble(answer.split(" ")[0]);
    }

    @Override
    public void close() throws IOException {
        questions.close();
        // Without a question left it ends by itself; nothing is lost if it does not.
        process.destroy();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("peak"));
        Files.deleteIfExists(folder.resolve("peak.c"));
        Files.deleteIfExists(folder);
    }
}
