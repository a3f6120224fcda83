package dev.jink.perception.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameChecksTest {
    private static final long MS = 1_000_000;
    private final FrameChecks checks =
            new FrameChecks(new FrameLimits(1920, 1080, 40 * MS, 5 * MS));
    private final Header header = new Header();

    @BeforeEach
    void describeAGoodFrame() {
        checks.expect(640, 480);
        header.width = 640;
        header.height = 480;
        header.step = 1920;
        header.dataBytes = 1920 * 480;
        header.encoding = "bgr8";
        header.stampNanos = 1000 * MS;
    }

    private String refusal(Refusal wanted) {
        return refusal(wanted, MS);
    }

    private String refusal(Refusal wanted, long ageNanos) {
        Refusal refusal = checks.check(header, ageNanos);
        assertEquals(wanted, refusal);
        return checks.describe(refusal, "/image_raw", "/camera_info");
    }

    @Test
    void shouldLetAGoodFramePass() {
        assertNull(checks.check(header, MS));
        assertEquals(Encoding.BGR8, checks.encoding());
    }

    @Test
    void shouldRefuseAnEncodingItDoesNotKnow() {
        header.encoding = "16UC1";
        assertEquals(
                "image encoding: got '16UC1', wanted one of mono8, bgr8, rgb8, bgra8, rgba8, yuyv"
                        + " (yuv422_yuy2), uyvy (yuv422), bayer_rggb8, bayer_bggr8, bayer_gbrg8,"
                        + " bayer_grbg8: set the camera driver to one of them",
                refusal(Refusal.UNKNOWN_ENCODING));
    }

    @Test
    void shouldRefuseAStepShorterThanARow() {
        header.step = 640;
        assertEquals(
                "image step: got 640 bytes, wanted at least 1920 (width 640 x 3 bytes of bgr8): the"
                        + " camera driver fills in step wrongly",
                refusal(Refusal.STEP_TOO_SHORT));
    }

    @Test
    void shouldRefuseDataShorterThanItsRows() {
        header.dataBytes--;
        assertEquals(
                "image data: got 921599 bytes, wanted 921600 (height 480 x step 1920): the image"
                        + " was cut off on its way",
                refusal(Refusal.DATA_TOO_SHORT));
    }

    @Test
    void shouldRefuseAnEmptyImage() {
        header.width = 0;
        assertEquals(
                "image size: got 0x480, wanted at least 1x1: the camera driver sends empty images",
                refusal(Refusal.ZERO_SIZE));
        header.width = 640;
        header.height = 0;
        refusal(Refusal.ZERO_SIZE);
    }

    @Test
    void shouldRefuseAnImageLargerThanTheMaximum() {
        header.width = 1921;
        assertEquals(
                "image size: got 1921x480 with step 1920, wanted at most 1920x1080: raise max_width"
                        + " and max_height or make the camera send less",
                refusal(Refusal.TOO_LARGE));
    }

    @Test
    void shouldRefuseASizeThatOverflows() {
        header.width = 0xFFFF_FFFFL;
        header.height = 0xFFFF_FFFFL;
        header.step = 0xFFFF_FFFFL;
        refusal(Refusal.TOO_LARGE);
        header.width = 640;
        header.height = 480;
        refusal(Refusal.TOO_LARGE);
    }

    @Test
    void shouldRefuseAnOddWidthOfPairedPixels() {
        header.width = 639;
        header.encoding = "yuyv";
        assertEquals(
                "image width: got 639 in yuyv, wanted an even number: two pixels share their colour"
                        + " there; choose another size or encoding",
                refusal(Refusal.ODD_WIDTH));
    }

    @Test
    void shouldRefuseASizeThatChangesInMidFlightUntilCameraInfoFollows() {
        assertNull(checks.check(header, MS));
        header.width = 320;
        header.height = 240;
        header.stampNanos++;
        assertEquals(
                "image size: got 320x240 on /image_raw, wanted 640x480 as camera_info on"
                        + " /camera_info says: publish camera_info of the new size",
                refusal(Refusal.SIZE_DIFFERS));
        checks.expect(320, 240);
        assertNull(checks.check(header, MS));
    }

    @Test
    void shouldNameBothTopicsWhenCameraInfoIsMissing() {
        checks.blind(Refusal.NO_CAMERA_INFO);
        assertEquals(
                "camera_info: images come on /image_raw but no camera_info came on /camera_info:"
                        + " publish it, remap it, or set camera_info_file",
                refusal(Refusal.NO_CAMERA_INFO));
    }

    @Test
    void shouldRefuseFramesWhileCameraInfoIsUnusable() {
        checks.blind(Refusal.BAD_CAMERA_INFO);
        assertEquals(
                "camera_info on /camera_info is unusable, so images on /image_raw are refused:"
                        + " calibrate the camera",
                refusal(Refusal.BAD_CAMERA_INFO));
    }

    @Test
    void shouldRefuseAStampInTheFuture() {
        assertEquals(
                "image stamp: got 20.0 ms in the future, wanted at most 5.0 ms: synchronise the"
                        + " clocks of camera and node",
                refusal(Refusal.STAMP_IN_FUTURE, -20 * MS));
        assertNull(checks.check(header, -4 * MS));
    }

    @Test
    void shouldRefuseAFrozenStamp() {
        assertNull(checks.check(header, MS));
        assertEquals(
                "image stamp: got 1000000000 ns twice, wanted a newer one: the camera driver"
                        + " repeats an image or its stamp",
                refusal(Refusal.STAMP_FROZEN));
    }

    @Test
    void shouldRefuseAStampThatRunsBackwards() {
        assertNull(checks.check(header, MS));
        header.stampNanos -= 3 * MS;
        assertEquals(
                "image stamp: got one 3.0 ms before the last, wanted a newer one: two cameras share"
                        + " /image_raw, or a clock was set back",
                refusal(Refusal.STAMP_BACKWARDS));
        checks.forgetStamps();
        assertNull(checks.check(header, MS));
    }

    @Test
    void shouldRefuseAStaleFrame() {
        assertNull(checks.check(header, 40 * MS - 1));
        header.stampNanos++;
        assertEquals(
                "image age: got 40.0 ms on arrival, wanted less than 40.0 ms: shorten the way from"
                        + " the camera, or synchronise its clock",
                refusal(Refusal.STALE, 40 * MS));
    }

    @Test
    void shouldSayWhenTheDriverDoesNotStamp() {
        header.stampNanos = 0;
        assertEquals(
                "image stamp: got 0, wanted the time of exposure: let the camera driver fill in"
                        + " header.stamp",
                refusal(Refusal.STALE, 1_000_000 * MS));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void shouldDescribeEveryRefusalInOneLine(Refusal refusal) {
        checks.check(header, MS);
        String line = checks.describe(refusal, "/image_raw", "/camera_info");
        assertEquals(1, line.lines().count());
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void shouldKnowEveryEncodingByItsRosName(Encoding encoding) {
        assertEquals(encoding, Encoding.of(encoding.name().toLowerCase(java.util.Locale.ROOT)));
        assertNull(Encoding.of(encoding.name()));
    }
}
