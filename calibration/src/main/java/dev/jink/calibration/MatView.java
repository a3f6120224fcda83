package dev.jink.calibration;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;

import java.lang.foreign.MemorySegment;

/**
 * An OpenCV Mat over memory that belongs to someone else, and that can be moved to another place
 * without allocating: JavaCPP keeps the address in a field that a subclass may set. A new row step
 * needs a new Mat header, for JavaCPP offers no way to change it; streams keep their step.
 *
 * <p>Not thread-safe. The memory must stay alive while OpenCV works on it: nothing checks that.
 */
final class MatView implements AutoCloseable {
    private final int rows;
    private final int columns;
    private final int type;
    private final Address address = new Address();

    /** 0 and null until the view is laid over something: OpenCV has no Mat over nothing. */
    private long step;

    private Mat mat;

    /** A pointer whose address can be set from outside. */
    private static final class Address extends BytePointer {
        Address() {
            super((Pointer) null);
        }

        void set(long bytes) {
            address = bytes;
        }
    }

    /**
     * @param type OpenCV's, such as CV_8UC3
     */
    MatView(int rows, int columns, int type) {
        this.rows = rows;
        this.columns = columns;
        this.type = type;
    }

    /** A view that stays where it is, over densely packed rows of rowBytes. */
    static MatView over(MemorySegment memory, int rows, int columns, int type, long rowBytes) {
        MatView view = new MatView(rows, columns, type);
        view.moveTo(memory, rowBytes);
        return view;
    }

    /** Lays the view over other memory; the caller has checked its size. */
    Mat moveTo(MemorySegment memory, long newStep) {
        address.set(memory.address());
        if (newStep == step) {
            mat.data(address);
        } else {
            close();
            mat = new Mat(rows, columns, type, address, newStep);
            step = newStep;
        }
        return mat;
    }

    Mat mat() {
        return mat;
    }

    @Override
    public void close() {
        if (mat != null) {
            mat.close();
        }
    }
}
