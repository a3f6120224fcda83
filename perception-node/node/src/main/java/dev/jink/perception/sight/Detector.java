package dev.jink.perception.sight;

import dev.jink.calibration.CellRays;
import dev.jink.calibration.VirtualCamera;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Plan;

import java.lang.foreign.MemorySegment;

/**
 * The network over one virtual picture: contrast, plan, decode.
 *
 * <p>What it needs to know of a model is in the model's metadata: {@code virtual_camera}, {@code
 * grid} and {@code thresholds_m}; a model that also tells of surfaces which are no obstacles, such
 * as the ground, has {@code surface_thresholds_m}, and those logits come after the others. They are
 * checked against the plan's shapes when it is made.
 * {@link #detect} allocates nothing. Not thread-safe; owns its plan.
 */
public final class Detector implements AutoCloseable {
    private final Plan plan;
    private final Runnable network;
    private final MemorySegment input;
    private final MemorySegment output;
    private final Contrast contrast = new Contrast();
    private final VirtualCamera virtualCamera;
    private final int columns;
    private final int rows;
    private final float[] thresholdsM;

    /**
     * @param plan of a sight model; closed with the detector
     * @throws IllegalArgumentException in one line, when its metadata is missing or doesn't fit it
     * @throws dev.jink.calibration.CalibrationException when its virtual camera can't be read
     */
    public Detector(Plan plan) {
        this(plan, plan::run);
    }

    /**
     * A detector with another network in the plan's place, to measure that one by: the picture is
     * in the plan's input, what is in its output is decoded.
     *
     * @param network one pass; called where the plan would be run
     */
    public Detector(Plan plan, Runnable network) {
        this.plan = plan;
        this.network = network;
        ModelFacts facts = new ModelFacts(plan.metadata());
        virtualCamera = VirtualCamera.parse(facts.text("virtual_camera"));
        int[] grid = facts.wholeNumbers("grid", 2);
        columns = grid[0];
        rows = grid[1];
        thresholdsM = facts.numbers("thresholds_m");
        Shape in = new Shape(virtualCamera.height(), virtualCamera.width(), 1);
        int surfaces = facts.numbersOrNone("surface_thresholds_m").length;
        Shape out = new Shape(rows, columns, thresholdsM.length + surfaces);
        facts.checkShape("input", plan.inputShape(), in, "virtual_camera");
        facts.checkShape("output", plan.outputShape(), out, "grid and thresholds_m");
        input = plan.input();
        output = plan.output();
        newGrid(0); // refuses thresholds that don't rise before any picture is seen
    }

    /** The camera the network looks through. */
    public VirtualCamera virtualCamera() {
        return virtualCamera;
    }

    /** The rays of the network's cells, for a planner. */
    public CellRays cellRays() {
        return CellRays.of(virtualCamera, columns, rows);
    }

    /** What a rectifier's camera reaches of this network's grid. */
    public Coverage coverage(Rectifier rectifier) {
        return rectifier.coverage(columns, rows);
    }

    /** A grid for {@link #detect} to write into; see {@link ObstacleGrid} for the confidence. */
    public ObstacleGrid newGrid(double minConfidence) {
        int channels = plan.outputShape().channels();
        return new ObstacleGrid(columns, rows, thresholdsM, (float) minConfidence, channels);
    }

    /** The plan it runs. */
    public Plan plan() {
        return plan;
    }

    /** The light of the last picture: mean, deviation, black and saturated shares. */
    public Contrast contrast() {
        return contrast;
    }

    /**
     * Looks at one picture that fills the virtual camera wholly.
     *
     * @param virtualPicture u8 [height][width]. Not modified.
     * @param out a grid from {@link #newGrid}. Modified.
     */
    public void detect(MemorySegment virtualPicture, ObstacleGrid out) {
        contrast.normalise(virtualPicture, null, input);
        network.run();
        out.decode(output);
    }

    /**
     * Looks at one picture of which only a part was reached by the camera; cells outside of that
     * part are not known.
     *
     * @param virtualPicture u8 [height][width]. Not modified.
     * @param coverage of the camera the picture came from
     * @param out a grid from {@link #newGrid}. Modified.
     */
    public void detect(MemorySegment virtualPicture, Coverage coverage, ObstacleGrid out) {
        prepare(virtualPicture, coverage);
        network.run();
        read(coverage, out);
    }

    /** The first third of {@link #detect}, for profilers: the network's input from the picture. */
    public void prepare(MemorySegment virtualPicture, Coverage coverage) {
        contrast.normalise(virtualPicture, coverage.pixels(), input);
    }

    /** The second third: the network itself. */
    public void infer() {
        network.run();
    }

    /** The last third: the grid from the network's output. */
    public void read(Coverage coverage, ObstacleGrid out) {
        out.decode(output);
        out.forgetUnseen(coverage);
    }

    /** Closes the plan. */
    @Override
    public void close() {
        plan.close();
    }
}
