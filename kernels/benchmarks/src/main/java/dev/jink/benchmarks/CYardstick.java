package dev.jink.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A C program of the project, compiled for this machine, answering one round at a time. */
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

    /**
     * @param name {@code peak}, the rate of a convolution in T a second, or {@code read}, how fast the
     *     file that is its argument can be read, in GB a second
     * @return null when this machine has no C compiler
     */
    static CYardstick compile(String name, String... arguments)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("jink-yardstick");
        Path program = folder.resolve("program");
        for (String compiler : List.of("cc", "gcc", "clang")) {
            try (InputStream source = CYardstick.class.getResourceAsStream(name + ".c")) {
                Path file = folder.resolve("program.c");
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
                    List<String> command = new ArrayList<>(List.of(program.toString()));
                    command.addAll(List.of(arguments));
                    return new CYardstick(folder, new ProcessBuilder(command).start());
                }
                delete(folder);
                throw new IOException(
                        "%s: got status %d (%s), wanted its C program compiled: repair the compiler"
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

    /** What it does it with: {@code avx512_vpopcntdq}, {@code avx2}, {@code portable}; {@code mmap}. */
    String path() {
        return path;
    }

    /** One round: its rate. */
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
        Files.deleteIfExists(folder.resolve("program"));
        Files.deleteIfExists(folder.resolve("program.c"));
        Files.deleteIfExists(folder);
    }
}
