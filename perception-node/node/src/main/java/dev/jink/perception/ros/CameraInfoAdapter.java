package dev.jink.perception.ros;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.perception.Eye;
import dev.jink.perception.Perception;
import dev.jink.perception.frame.Refusal;

import org.ros2.rcljava.consumers.Consumer;

import sensor_msgs.msg.CameraInfo;

/**
 * From sensor_msgs/CameraInfo to an eye. Drivers repeat the same calibration with every picture:
 * only a changed one costs more than the comparison. A calibration that can't be used blinds the
 * node: frames are refused until a good one comes.
 */
final class CameraInfoAdapter implements Consumer<CameraInfo> {
    private static final Sequence<CameraInfo> K = Sequence.of(CameraInfo.class, "getK");
    private static final Sequence<CameraInfo> D = Sequence.of(CameraInfo.class, "getD");

    private final Perception perception;
    private final String frame;
    private final Report report;
    private Calibration told;
    private Calibration usable;
    private Eye eye;

    /**
     * @param frame the optical frame that the mount is published for; empty = it is not published
     */
    CameraInfoAdapter(Perception perception, String frame, Report report) {
        this.frame = frame;
        this.perception = perception;
        this.report = report;
    }

    @Override
    public void accept(CameraInfo info) {
        if (told != null && told.isSame(info)) {
            return;
        }
        told = Calibration.of(info);
        try {
            // A spoilt message in between makes no new one: its maps lie outside of the heap, and
            // wait for the collector.
            if (usable == null || !usable.isSame(info)) {
                eye = eye(told);
                usable = told;
            }
            perception.look(eye);
            CameraModel camera = eye.camera();
            report.line(
                    "camera_info: %dx%d, fx %.1f, fy %.1f, %s"
                            .formatted(
                                    camera.width(),
                                    camera.height(),
                                    camera.fx(),
                                    camera.fy(),
                                    name(told.model())));
            sameFrame(info.getHeader().getFrameId());
        } catch (CalibrationException e) {
            perception.blind(Refusal.BAD_CAMERA_INFO);
            report.error(e.getMessage());
        }
    }

    private Eye eye(Calibration of) {
        CameraModel camera = CameraModel.of(of.width(), of.height(), of.model(), of.d(), of.k());
        return Eye.of(camera, perception.settings().mount(), perception.detector());
    }

    private void sameFrame(String told) {
        if (!frame.isEmpty() && !frame.equals(told)) {
            report.warn(
                    "camera_info is of frame '%s', but the mount is told to tf for '%s': set -p camera_frame:=%s"
                            .formatted(told, frame, told));
        }
    }

    private static String name(String distortion) {
        return distortion.isEmpty() ? "no distortion" : distortion;
    }

    /** What of a message counts, as it was told. */
    private record Calibration(int width, int height, String model, double[] d, double[] k) {
        static Calibration of(CameraInfo info) {
            return new Calibration(
                    info.getWidth(),
                    info.getHeight(),
                    info.getDistortionModel(),
                    array(D.in(info)),
                    array(K.in(info)));
        }

        private static double[] array(Object sequence) {
            double[] array = new double[Sequence.size(sequence)];
            Sequence.copy(sequence, array);
            return array;
        }

        boolean isSame(CameraInfo info) {
            return info.getWidth() == width
                    && info.getHeight() == height
                    && info.getDistortionModel().equals(model)
                    && equal(K.in(info), k)
                    && equal(D.in(info), d);
        }

        private static boolean equal(Object values, double[] array) {
            if (Sequence.size(values) != array.length) {
                return false;
            }
            for (int i = 0; i < array.length; i++) {
                // Bits, so that NaN equals itself and is reported once.
                if (Double.doubleToLongBits(Sequence.at(values, i))
                        != Double.doubleToLongBits(array[i])) {
                    return false;
                }
            }
            return true;
        }
    }
}
