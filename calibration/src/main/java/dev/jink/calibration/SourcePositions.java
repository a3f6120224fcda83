package dev.jink.calibration;

import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.dense.fixed.CommonOps_DDF3;

/**
 * For every pixel of the virtual camera, the place in the real camera's picture that shows the same
 * direction, in double precision. Translation of the mount is left out: it moves nothing that is
 * far against it, and for near things the range would have to be known first.
 */
final class SourcePositions {
    final VirtualCamera camera;

    /** [height][width][2] x, y in pixels of the real picture; NaN where its lens can't see. */
    final double[] xy;

    private SourcePositions(VirtualCamera camera) {
        this.camera = camera;
        xy = new double[camera.width() * camera.height() * 2];
    }

    static SourcePositions of(CameraModel model, Mount mount, VirtualCamera camera) {
        SourcePositions positions = new SourcePositions(camera);
        DMatrix3x3 opticalFromBody = mount.opticalFromBody();
        DMatrix3 body = new DMatrix3();
        DMatrix3 optical = new DMatrix3();
        double[] uv = new double[2];
        for (int v = 0; v < camera.height(); v++) {
            for (int u = 0; u < camera.width(); u++) {
                // The virtual camera looks along body x: right is −y, down is −z.
                body.setTo(1, -(u - camera.cx()) / camera.fx(), -(v - camera.cy()) / camera.fy());
                CommonOps_DDF3.mult(opticalFromBody, body, optical);
                model.project(optical.a1, optical.a2, optical.a3, uv);
                int at = 2 * (v * camera.width() + u);
                positions.xy[at] = uv[0];
                positions.xy[at + 1] = uv[1];
            }
        }
        return positions;
    }

    boolean inside(int pixel, CameraModel model) {
        return inside(xy[2 * pixel], model.width()) && inside(xy[2 * pixel + 1], model.height());
    }

    /** A picture of n pixels reaches from −½ to n − ½. NaN is outside. */
    private static boolean inside(double position, int pixels) {
        return position >= -0.5 && position <= pixels - 0.5;
    }

    /**
     * Real pixels per virtual pixel, along one axis: the mean over all pixels in sight of √|det J|,
     * J being the 2x2 derivative of the real position by the virtual one. 0 when nothing is in
     * sight.
     */
    double meanScale(CameraModel model) {
        double sum = 0;
        long count = 0;
        for (int v = 0; v + 1 < camera.height(); v++) {
            for (int u = 0; u + 1 < camera.width(); u++) {
                int here = v * camera.width() + u;
                int right = here + 1;
                int below = here + camera.width();
                if (inside(here, model) && inside(right, model) && inside(below, model)) {
                    double xu = xy[2 * right] - xy[2 * here];
                    double yu = xy[2 * right + 1] - xy[2 * here + 1];
                    double xv = xy[2 * below] - xy[2 * here];
                    double yv = xy[2 * below + 1] - xy[2 * here + 1];
                    sum += Math.sqrt(Math.abs(xu * yv - xv * yu));
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
