package sensor_msgs.msg;

import dev.jink.rcljava.Doubles;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import std_msgs.msg.Header;

import java.util.List;
import java.util.Objects;

/**
 * Calibration of a camera.
 */
public final class CameraInfo extends WireMessage {

    private Header header = new Header();
    private int height;
    private int width;
    private String distortionModel = "";
    private Doubles d = Doubles.empty();
    private Doubles k = Doubles.fixed(9);
    private Doubles r = Doubles.fixed(9);
    private Doubles p = Doubles.fixed(12);
    private int binningX;
    private int binningY;
    private RegionOfInterest roi = new RegionOfInterest();

    /** Stamp and frame of this message. */
    public Header getHeader() {
        return header;
    }

    public CameraInfo setHeader(Header header) {
        this.header = Objects.requireNonNull(header, "header");
        return this;
    }

    /** Rows of the calibrated picture. */
    public int getHeight() {
        return height;
    }

    public CameraInfo setHeight(int height) {
        this.height = height;
        return this;
    }

    /** Columns of the calibrated picture. */
    public int getWidth() {
        return width;
    }

    public CameraInfo setWidth(int width) {
        this.width = width;
        return this;
    }

    /** plumb_bob, rational_polynomial or equidistant. */
    public String getDistortionModel() {
        return distortionModel;
    }

    public CameraInfo setDistortionModel(String distortionModel) {
        this.distortionModel = Objects.requireNonNull(distortionModel, "distortion_model");
        return this;
    }

    /** Distortion coefficients; their number depends on the model. */
    public List<Double> getD() {
        return d;
    }

    /** Takes a {@link Doubles} over as it is; any other list is copied. */
    public CameraInfo setD(List<Double> d) {
        this.d = Doubles.adopt(d, this.d);
        return this;
    }

    /** Copies into memory this message keeps; allocates only when it must grow. */
    public CameraInfo setD(double[] d) {
        this.d.setAll(d);
        return this;
    }

    /** Row-major 3x3 camera matrix, pixels. */
    public List<Double> getK() {
        return k;
    }

    /** Copies; the length must be 9. */
    public CameraInfo setK(List<Double> k) {
        this.k.setAll(k);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 9. */
    public CameraInfo setK(double[] k) {
        this.k.setAll(k);
        return this;
    }

    /** Row-major 3x3 rectification rotation. */
    public List<Double> getR() {
        return r;
    }

    /** Copies; the length must be 9. */
    public CameraInfo setR(List<Double> r) {
        this.r.setAll(r);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 9. */
    public CameraInfo setR(double[] r) {
        this.r.setAll(r);
        return this;
    }

    /** Row-major 3x4 projection matrix, pixels. */
    public List<Double> getP() {
        return p;
    }

    /** Copies; the length must be 12. */
    public CameraInfo setP(List<Double> p) {
        this.p.setAll(p);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 12. */
    public CameraInfo setP(double[] p) {
        this.p.setAll(p);
        return this;
    }

    /** Columns joined into one, 0 and 1 mean none. */
    public int getBinningX() {
        return binningX;
    }

    public CameraInfo setBinningX(int binningX) {
        this.binningX = binningX;
        return this;
    }

    /** Rows joined into one, 0 and 1 mean none. */
    public int getBinningY() {
        return binningY;
    }

    public CameraInfo setBinningY(int binningY) {
        this.binningY = binningY;
        return this;
    }

    /** The window the camera sends. */
    public RegionOfInterest getRoi() {
        return roi;
    }

    public CameraInfo setRoi(RegionOfInterest roi) {
        this.roi = Objects.requireNonNull(roi, "roi");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(header);
        out.int32(height);
        out.int32(width);
        out.text(distortionModel);
        out.doubles(d);
        out.fixed(k);
        out.fixed(r);
        out.fixed(p);
        out.int32(binningX);
        out.int32(binningY);
        out.message(roi);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(header);
        height = in.int32();
        width = in.int32();
        distortionModel = in.text();
        in.doubles(d);
        in.fixed(k);
        in.fixed(r);
        in.fixed(p);
        binningX = in.int32();
        binningY = in.int32();
        in.message(roi);
    }
}
