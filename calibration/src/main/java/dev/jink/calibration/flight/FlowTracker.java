package dev.jink.calibration.flight;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.OpenCv;
import dev.jink.calibration.board.GrayPicture;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.opencv_core.Mat;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Follows corners from picture to picture by Lucas and Kanade's method (OpenCV, with pyramids), back
 * again as a check, and turns them into rays. Not thread-safe.
 */
public final class FlowTracker implements AutoCloseable {
    private static final int MOST_CORNERS = 150;
    private static final double QUALITY = 0.01;
    private static final double APART_PX = 12;
    private static final double MOST_RETURN_PX = 0.3;
    private static final int FEWEST = 12;

    private final CameraModel camera;
    private final double leastFlowPx;
    private final double mostSeconds;
    private Mat before;
    private double beforeS;

    /**
     * @param leastFlowPx the median motion from which on a pair says something
     * @param mostSeconds after which a pair is made however little has moved
     */
    public FlowTracker(CameraModel camera, double leastFlowPx, double mostSeconds) {
        OpenCv.start();
        this.camera = camera;
        this.leastFlowPx = leastFlowPx;
        this.mostSeconds = mostSeconds;
    }

    /** The pairs from the last picture that was paired to this one; null when there are none yet. */
    public RayPairs next(GrayPicture picture, double stampS) {
        Mat now = picture.mat();
        if (before == null) {
            keep(now, stampS);
            return null;
        }
        float[][] both = track(now);
        int n = both[0].length / 2;
        boolean late = stampS - beforeS >= mostSeconds;
        if (n < FEWEST) {
            keep(now, stampS);
            return null;
        }
        if (medianFlow(both) < leastFlowPx && !late) {
            now.close();
            return null;
        }
        RayPairs pairs = rays(both, stampS);
        keep(now, stampS);
        return pairs;
    }

    private void keep(Mat now, double stampS) {
        close();
        before = now;
        beforeS = stampS;
    }

    /** Corners that were found again: [0] before, [1] now; [n][2] each. */
    private float[][] track(Mat now) {
        try (Mat corners = new Mat();
                Mat found = new Mat();
                Mat back = new Mat();
                Mat status = new Mat();
                Mat backStatus = new Mat();
                Mat error = new Mat()) {
            opencv_imgproc.goodFeaturesToTrack(before, corners, MOST_CORNERS, QUALITY, APART_PX);
            if (corners.empty()) {
                return new float[2][0];
            }
            opencv_video.calcOpticalFlowPyrLK(before, now, corners, found, status, error);
            opencv_video.calcOpticalFlowPyrLK(now, before, found, back, backStatus, error);
            FloatBuffer a = corners.createBuffer();
            FloatBuffer b = found.createBuffer();
            FloatBuffer c = back.createBuffer();
            ByteBuffer there = status.createBuffer();
            ByteBuffer again = backStatus.createBuffer();
            int all = (int) corners.total();
            float[][] both = new float[2][2 * all];
            int kept = 0;
            for (int i = 0; i < all; i++) {
                double off =
                        Math.hypot(
                                a.get(2 * i) - c.get(2 * i), a.get(2 * i + 1) - c.get(2 * i + 1));
                if (there.get(i) != 0 && again.get(i) != 0 && off < MOST_RETURN_PX) {
                    both[0][2 * kept] = a.get(2 * i);
                    both[0][2 * kept + 1] = a.get(2 * i + 1);
                    both[1][2 * kept] = b.get(2 * i);
                    both[1][2 * kept + 1] = b.get(2 * i + 1);
                    kept++;
                }
            }
            return new float[][] {
                Arrays.copyOf(both[0], 2 * kept), Arrays.copyOf(both[1], 2 * kept)
            };
        }
    }

    private static double medianFlow(float[][] both) {
        double[] flow = new double[both[0].length / 2];
        for (int i = 0; i < flow.length; i++) {
            flow[i] =
                    Math.hypot(
                            both[1][2 * i] - both[0][2 * i],
                            both[1][2 * i + 1] - both[0][2 * i + 1]);
        }
        Arrays.sort(flow);
        return flow[flow.length / 2];
    }

    private RayPairs rays(float[][] both, double stampS) {
        int n = both[0].length / 2;
        double[] from = new double[3 * n];
        double[] to = new double[3 * n];
        double[] a = new double[3];
        double[] b = new double[3];
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (camera.ray(both[0][2 * i], both[0][2 * i + 1], a)
                    && camera.ray(both[1][2 * i], both[1][2 * i + 1], b)) {
                System.arraycopy(a, 0, from, 3 * kept, 3);
                System.arraycopy(b, 0, to, 3 * kept, 3);
                kept++;
            }
        }
        return new RayPairs(
                beforeS, stampS, Arrays.copyOf(from, 3 * kept), Arrays.copyOf(to, 3 * kept));
    }

    @Override
    public void close() {
        if (before != null) {
            before.close();
        }
    }
}
