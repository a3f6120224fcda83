package dev.jink.launch.profile;

import dev.jink.calibration.CameraModel;
import dev.jink.launch.PictureSource.Picture;
import dev.jink.launch.ros.RecordedCamera;
import dev.jink.launch.ros.RecordedCamera.Answer;
import dev.jink.perception.RealTime;

import org.HdrHistogram.Histogram;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One run: pictures leave at their times, and a late one does not push back those after it. Each answer is measured from
 * the time its picture was due, not from the time it left, so that a stall counts for every picture it delayed
 * (coordinated omission).
 *
 * @param endToEnd from due to the command's arrival here, nanoseconds
 * @param jitter difference between the end-to-end times of neighbours (RFC 3393), nanoseconds
 * @param worstPerSecond the largest end-to-end time among the pictures of each second, milliseconds
 * @param sent pictures that left
 * @param answered those that a command came back for
 * @param latestNanos the most that a picture left after it was due
 */
record Drive(
        Histogram endToEnd,
        Histogram jitter,
        double[] worstPerSecond,
        int sent,
        int answered,
        long latestNanos) {
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final int CONTEXT_HZ = 20;
    private static final double SPEED = 1.5;
    private static final long LAST_ANSWER_NANOS = 500_000_000L;
    // Below the node's threads, above all load: a camera is not kept waiting by a busy processor.
    private static final int CAMERA_PRIORITY = 30;
    // Beside the one that publishes: what hears the answers, what carries both, what all of a JVM's
    // threads wait for. No others: one that spins would keep these from their time.
    private static final List<String> CAMERA_THREADS =
            List.of(RecordedCamera.THREAD, "dds.", "VM Thread");

    static Drive run(Plan plan) {
        CameraModel camera = CameraModel.pinhole(Plan.WIDTH, Plan.HEIGHT, 417, 417, 319.5, 239.5);
        Pictures pictures = new Pictures(plan.encoding());
        long[] stamps = new long[plan.frames()];
        long[] lateNanos = new long[plan.frames()];
        try (RecordedCamera recorded = new RecordedCamera()) {
            for (int i = 0; i < CONTEXT_HZ; i++) {
                recorded.publishContext(camera, SPEED, 0);
                LockSupport.parkNanos(1_000_000_000L / CONTEXT_HZ);
            }
            RealTime.raise(RealTime.threadId(), CAMERA_PRIORITY);
            for (String name : CAMERA_THREADS) {
                RealTime.raiseNamed(name, CAMERA_PRIORITY);
            }
            long period = plan.periodNanos();
            int contextEvery = Math.max(1, (int) Math.round(plan.rateHz() / CONTEXT_HZ));
            long start = System.nanoTime() + period;
            for (int i = 0; i < plan.frames(); i++) {
                Picture picture = pictures.next();
                long due = start + i * period;
                pauseUntil(due);
                lateNanos[i] = System.nanoTime() - due;
                stamps[i] = recorded.publish(picture);
                if (i % contextEvery == 0) {
                    recorded.publishContext(camera, SPEED, contextEvery / plan.rateHz());
                }
            }
            pauseUntil(System.nanoTime() + LAST_ANSWER_NANOS);
            return judge(plan, recorded, stamps, lateNanos);
        }
    }

    private static Drive judge(
            Plan plan, RecordedCamera recorded, long[] stamps, long[] lateNanos) {
        Histogram endToEnd = new Histogram(HIGHEST_NANOS, DIGITS);
        Histogram jitter = new Histogram(HIGHEST_NANOS, DIGITS);
        double[] worst = new double[(int) (plan.frames() / plan.rateHz()) + 1];
        int answered = 0;
        long before = -1;
        long latest = 0;
        for (int i = 0; i < stamps.length; i++) {
            latest = Math.max(latest, lateNanos[i]);
            Answer answer = recorded.answer(stamps[i]);
            if (answer == null) {
                before = -1;
                continue;
            }
            answered++;
            long nanos = answer.receivedNanos() - stamps[i] + lateNanos[i];
            nanos = Math.clamp(nanos, 0, HIGHEST_NANOS);
            endToEnd.recordValue(nanos);
            if (before >= 0) {
                jitter.recordValue(Math.abs(nanos - before));
            }
            before = nanos;
            int second = (int) (i / plan.rateHz());
            worst[second] = Math.max(worst[second], nanos / 1e6);
        }
        return new Drive(endToEnd, jitter, worst, stamps.length, answered, latest);
    }

    private static void pauseUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime();
                left > 0;
                left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
