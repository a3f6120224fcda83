package dev.jink.launch.calibrate;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.flight.FlowTracker;
import dev.jink.calibration.flight.OdometryTrack;
import dev.jink.calibration.flight.RayPairs;
import dev.jink.sim.command.UsageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A flight in files.
 *
 * @param odometry lines of time_s,vx,vy,vz,wx,wy,wz
 * @param rateHz pictures a second; 0 = the video's own
 * @param beginS time of the first picture by the odometry's clock
 * @param times one line a picture, its time in s; null = rate and begin
 */
record RecordedFlight(Path source, Path odometry, double rateHz, double beginS, Path times) {

    Flight read(CameraModel camera, Function<CameraModel, FlowTracker> tracking)
            throws IOException {
        OdometryTrack track;
        try {
            track = OdometryTrack.read(odometry);
        } catch (CalibrationException e) {
            throw new UsageException(e.getMessage());
        }
        List<Double> stamps = times == null ? null : stamps();
        List<RayPairs> pairs = new ArrayList<>();
        int number = 0;
        try (GrayPictures pictures = new GrayPictures(source);
                FlowTracker tracker = tracking.apply(camera)) {
            double hz = rateHz > 0 ? rateHz : pictures.rate();
            if (stamps == null && !(hz > 0)) {
                throw new UsageException(
                        "got no --rate and no --times, wanted one of them: a folder of pictures"
                                + " does not say when they were taken");
            }
            for (GrayPicture picture = pictures.next();
                    picture != null;
                    picture = pictures.next()) {
                CameraOptions.sameSize(camera, picture);
                if (stamps != null && number >= stamps.size()) {
                    throw new UsageException(
                            times
                                    + ": got "
                                    + stamps.size()
                                    + " times, wanted one for every picture");
                }
                double stamp = stamps == null ? beginS + number / hz : stamps.get(number);
                number++;
                RayPairs some = tracker.next(picture, stamp);
                if (some != null) {
                    pairs.add(some);
                }
            }
        }
        return new Flight(track, pairs, number, Double.NaN);
    }

    private List<Double> stamps() {
        List<Double> stamps = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(times)) {
                if (line.isBlank()) {
                    continue;
                }
                double stamp = Double.parseDouble(line.strip());
                if (!Double.isFinite(stamp) || !stamps.isEmpty() && !(stamp > stamps.getLast())) {
                    throw new UsageException(
                            times
                                    + ": got "
                                    + stamp
                                    + (stamps.isEmpty() ? "" : " after " + stamps.getLast())
                                    + ", wanted times in s that grow");
                }
                stamps.add(stamp);
            }
        } catch (IOException e) {
            throw new UsageException(times + ": can't be read, wanted lines with one time in s");
        } catch (NumberFormatException e) {
            throw new UsageException(
                    times + ": got " + e.getMessage() + ", wanted lines with one time in s each");
        }
        return stamps;
    }
}
