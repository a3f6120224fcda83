package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.launch.PictureSource.Picture;
import dev.jink.sim.command.UsageException;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class PictureSourceTest {
    @TempDir private Path folder;

    @Test
    void shouldPlayPicturesInFrameOrderAndNotInTextOrder() throws IOException {
        for (int n : new int[] {10, 9, 1, 100, 2}) {
            grey(folder.resolve("frame_" + n + ".pgm"), 4, 3, n);
        }
        Files.writeString(folder.resolve("labels.txt"), "0\n");

        List<String> names = new ArrayList<>();
        try (PictureSource source = PictureSource.open(folder)) {
            assertEquals(5, source.count());
            for (Picture p = source.next(); p != null; p = source.next()) {
                names.add(p.name());
                assertEquals("mono8", p.encoding());
                assertEquals(12, p.pixels().capacity());
                assertEquals(p.name(), "frame_" + (p.pixels().get(0) & 0xff) + ".pgm");
            }
        }
        assertEquals(
                List.of(
                        "frame_1.pgm",
                        "frame_2.pgm",
                        "frame_9.pgm",
                        "frame_10.pgm",
                        "frame_100.pgm"),
                names);
    }

    @Test
    void shouldSayWhichPictureCannotBeDecoded() throws IOException {
        Files.writeString(folder.resolve("frame_1.png"), "not a picture");
        try (PictureSource source = PictureSource.open(folder)) {
            UsageException e = assertThrows(UsageException.class, source::next);
            assertEquals(
                    "can't decode "
                            + folder.resolve("frame_1.png")
                            + ": wanted an 8-bit grey or colour picture; take it out of the folder",
                    e.getMessage());
        }
    }

    @Test
    void shouldRefuseAnEmptyFolderAndAnAbsentFile() {
        String empty =
                assertThrows(UsageException.class, () -> PictureSource.open(folder)).getMessage();
        assertTrue(
                empty.startsWith("no pictures in " + folder + ": wanted files ending in bmp"),
                empty);
        Path absent = folder.resolve("absent.mp4");
        assertEquals(
                "can't read " + absent + ": wanted a folder of pictures or a video file",
                assertThrows(UsageException.class, () -> PictureSource.open(absent)).getMessage());
    }

    @Test
    void shouldRefuseAFileThatIsNoVideo() throws IOException {
        Path text = Files.writeString(folder.resolve("walk.mp4"), "no video at all");
        assertEquals(
                "can't play "
                        + text
                        + ": wanted a video that FFmpeg decodes, or a folder of pictures",
                assertThrows(UsageException.class, () -> PictureSource.open(text)).getMessage());
    }

    @Test
    void shouldPlayAVideoWithRowsUnpadded() throws Exception {
        Path video = folder.resolve("walk.avi");
        // 70 x 3 bytes is no multiple of FFmpeg's row alignment.
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(video.toFile(), 70, 50)) {
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_RAWVIDEO);
            recorder.setPixelFormat(org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24);
            recorder.setFormat("avi");
            recorder.setFrameRate(20);
            recorder.start();
            for (int n = 0; n < 3; n++) {
                Frame frame = new Frame(70, 50, Frame.DEPTH_UBYTE, 3);
                java.nio.ByteBuffer pixels = (java.nio.ByteBuffer) frame.image[0];
                for (int y = 0; y < 50; y++) {
                    for (int x = 0; x < 70 * 3; x++) {
                        pixels.put(y * frame.imageStride + x, (byte) (40 * n + y));
                    }
                }
                recorder.record(frame);
            }
        }
        try (PictureSource source = PictureSource.open(video)) {
            assertEquals(20, source.rate(), 0.01);
            for (int n = 0; n < 3; n++) {
                Picture p = source.next();
                assertEquals("bgr8", p.encoding());
                assertEquals(70 * 50 * 3, p.pixels().capacity());
                for (int y = 0; y < 50; y++) {
                    assertEquals(
                            40 * n + y,
                            p.pixels().get(y * 210 + 209) & 0xff,
                            "frame " + n + " row " + y);
                }
            }
            assertNull(source.next());
        }
    }

    static void grey(Path file, int width, int height, int value) throws IOException {
        byte[] head =
                ("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(head, head.length + width * height);
        java.util.Arrays.fill(all, head.length, all.length, (byte) value);
        Files.write(file, all);
    }
}
