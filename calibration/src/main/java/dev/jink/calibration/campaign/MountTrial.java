package dev.jink.calibration.campaign;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.BoardFinder;
import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.board.Print;
import dev.jink.calibration.mount.LevelBoard;
import dev.jink.calibration.mount.MountEstimate;
import dev.jink.calibration.solve.BoardPose;
import dev.jink.calibration.solve.Calibration;
import dev.jink.calibration.solve.Rotations;

import java.util.ArrayList;
import java.util.List;

/**
 * A random mount found from a board that stands level before the drone.
 *
 * @param angleDeg between found and true
 * @param covered share of roll, pitch and yaw inside their stated intervals
 */
public record MountTrial(double angleDeg, double covered) {
    private static final int PICTURES = 5;

    /** Share of the picture that the board spans. */
    private static final double SPAN = 0.45;

    static MountTrial of(
            RandomCamera random,
            BoardCamera camera,
            Board board,
            BoardFinder finder,
            Print print,
            Calibration found,
            double blur,
            double noise) {
        CameraModel truth = camera.camera();
        Mount mount =
                new Mount(
                        random.uniform(-0.2, 0.2),
                        random.uniform(-0.45, 0.45),
                        random.uniform(-0.35, 0.35),
                        random.uniform(-0.1, 0.2),
                        random.uniform(-0.1, 0.1),
                        random.uniform(-0.1, 0.1));
        double[] look = MountEstimate.bodyFromOptical(mount);
        double boardWidth = board.x(board.pointsInRow() - 1) + 2 * board.squareM();
        double boardHeight = board.y(board.points() - 1) + 2 * board.squareM();
        double far =
                Math.max(
                        boardWidth * truth.fx() / (SPAN * truth.width()),
                        boardHeight * truth.fy() / (SPAN * truth.height()));
        // The board stands where the camera looks; its middle is measured in the body.
        double[] ahead = Rotations.turn(look, new double[] {0, 0, far});
        double[] middle = {mount.xM() + ahead[0], mount.yM() + ahead[1], mount.zM() + ahead[2]};
        BoardPose pose = pose(board, look, far);
        List<BoardView> views = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            BoardView view =
                    finder.find(
                            camera.picture(
                                    "level " + i,
                                    print,
                                    pose,
                                    new BoardCamera.Faults(blur, noise, random.seed())));
            if (view != null) {
                views.add(view);
            }
        }
        MountEstimate estimate =
                LevelBoard.estimate(
                        found.camera(),
                        found.covariance(),
                        board,
                        views,
                        new LevelBoard.Known(LevelBoard.Setup.STANDS, middle, Mount.FORWARD, 0, 0));
        Mount got = estimate.mount();
        double[] errors = {
            got.rollRad() - mount.rollRad(),
            got.pitchRad() - mount.pitchRad(),
            got.yawRad() - mount.yawRad()
        };
        double covered = 0;
        for (int i = 0; i < 3; i++) {
            covered += Math.abs(errors[i]) <= estimate.half95()[i] ? 1.0 / 3 : 0;
        }
        return new MountTrial(Math.toDegrees(MountEstimate.angleRad(got, mount)), covered);
    }

    private static BoardPose pose(Board board, double[] look, double far) {
        double[] r =
                Rotations.times(
                        Rotations.transposed(look), LevelBoard.Setup.STANDS.bodyFromBoard());
        double[] shift =
                Rotations.turn(
                        r,
                        new double[] {
                            board.x(board.pointsInRow() - 1) / 2, board.y(board.points() - 1) / 2, 0
                        });
        return new BoardPose(r, new double[] {-shift[0], -shift[1], far - shift[2]});
    }
}
