package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import px4_msgs.msg.VehicleOdometry;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.CompressedImage;
import sensor_msgs.msg.Image;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fuzzes every decoder: a slice without guidance in this process, and Jazzer, which follows the
 * branches, in one of its own. At length: {@code -Djink.fuzz.seconds=600}. Inputs that once broke
 * something are seeds here for good.
 */
class FuzzTest {
    private static final int MUTATIONS = 4000;
    private static final long SEED = 5;
    private static final String SECONDS = System.getProperty("jink.fuzz.seconds", "8");
    private static final String INFO =
            "image_width: 640\n"
                + "image_height: 480\n"
                + "distortion_model: plumb_bob\n"
                + "camera_matrix: {rows: 3, cols: 3, data: [320, 0, 320, 0, 320, 240, 0, 0, 1]}\n"
                + "distortion_coefficients: {rows: 1, cols: 5, data: [0, 0, 0, 0, 0]}\n";
    private static final byte[] HEARTBEAT = {
        (byte) 0xFD, 9, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 3, 0, 0
    };

    @TempDir private Path folder;

    /** Good inputs, and those that were once answered with a crash. */
    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(cdr(0, image()));
        seeds.add(cdr(1, info(320, 240)));
        seeds.add(cdr(1, info(60_000, 60_000)));
        Odometry odometry = new Odometry();
        odometry.getPose().getPose().getOrientation().setW(1);
        seeds.add(cdr(2, odometry));
        seeds.add(cdr(3, new VehicleOdometry()));
        seeds.add(cdr(4, new TwistStamped()));
        seeds.add(cdr(5, new CompressedImage().setFormat("png").setData(new byte[64])));
        for (String text :
                List.of(
                        "budget_ms:=50",
                        "jink:a:=[1, 2]",
                        "[a:b:=1",
                        "a:=&x [*x]",
                        "a:={b: 1}",
                        "a:=-",
                        "a:=[1, null]")) {
            seeds.add(input(6, text.getBytes(StandardCharsets.UTF_8)));
        }
        for (String text :
                List.of(
                        "/**: {ros__parameters: {a: 1, b: {c: [1.0, 2]}}}",
                        "'[': {ros__parameters: {a: 1}}",
                        "a: &x {ros__parameters: *x}",
                        "[".repeat(3000),
                        "? a")) {
            seeds.add(input(7, text.getBytes(StandardCharsets.UTF_8)));
            seeds.add(input(8, text.getBytes(StandardCharsets.UTF_8)));
        }
        seeds.add(input(8, INFO.getBytes(StandardCharsets.UTF_8)));
        seeds.add(input(9, HEARTBEAT));
        byte[] signed = Arrays.copyOf(HEARTBEAT, HEARTBEAT.length + 13);
        signed[2] = 1;
        seeds.add(input(10, signed));
        return seeds;
    }

    private static Image image() {
        return new Image()
                .setWidth(8)
                .setHeight(4)
                .setStep(8)
                .setEncoding("mono8")
                .setData(new byte[32]);
    }

    private static CameraInfo info(int width, int height) {
        CameraInfo info = new CameraInfo().setWidth(width).setHeight(height);
        info.setDistortionModel("plumb_bob").setD(new double[5]);
        return info.setK(new double[] {width, 0, width / 2.0, 0, width, height / 2.0, 0, 0, 1});
    }

    private static byte[] cdr(int decoder, WireMessage message) {
        byte[] payload = new byte[4096];
        CdrWriter cdr = new CdrWriter(MemorySegment.ofArray(payload));
        message.encode(cdr);
        return input(decoder, Arrays.copyOf(payload, (int) cdr.lengthBytes()));
    }

    private static byte[] input(int decoder, byte[] bytes) {
        byte[] input = new byte[bytes.length + 1];
        input[0] = (byte) decoder;
        System.arraycopy(bytes, 0, input, 1, bytes.length);
        return input;
    }

    @Test
    void shouldReadEverySeedAndItsMutations() {
        SplittableRandom dice = new SplittableRandom(SEED);
        List<byte[]> seeds = seeds();
        seeds.forEach(DecoderFuzz::fuzzerTestOneInput);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] seed = seeds.get(i % seeds.size());
            byte[] mutant = Arrays.copyOf(seed, 1 + dice.nextInt(seed.length + 8));
            for (int n = dice.nextInt(6); n > 0 && mutant.length > 1; n--) {
                mutant[1 + dice.nextInt(mutant.length - 1)] = (byte) dice.nextInt();
            }
            try {
                DecoderFuzz.fuzzerTestOneInput(mutant);
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "mutation " + i + " of seed " + SEED + ": " + Arrays.toString(mutant), e);
            }
        }
    }

    @Test
    void shouldOutlastTheFuzzer() throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        List<byte[]> seeds = seeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        Path log = folder.resolve("jazzer.log");
        Process jazzer = start(corpus, log);
        int status = jazzer.waitFor();
        String said = Files.readString(log);
        assertEquals(0, status, said);
        assertTrue(said.contains("Done "), said);
        said.lines().filter(line -> line.contains("Done ")).forEach(System.out::println);
    }

    private Process start(Path corpus, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + DecoderFuzz.class.getName(),
                        "--instrumentation_includes=dev.jink.perception.**:dev.jink.rcljava.**"
                                + ":dev.jink.calibration.**",
                        "-max_total_time=" + SECONDS,
                        "-max_len=4096",
                        "-rss_limit_mb=2048",
                        corpus.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
