package dev.jink.launch.calibrate;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.board.Board;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Option;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options that describe a board. */
final class BoardOptions {
    @Option(
            names = "--board",
            paramLabel = "COLSxROWS",
            required = true,
            description =
                    "inner corners of a chessboard, circles a row x rows, or squares of a ChArUco"
                            + " board, as in 9x6")
    private String size;

    @Option(
            names = "--square",
            paramLabel = "METRES",
            required = true,
            description =
                    "side of a square; of circles half the distance between neighbours of a row")
    private double squareM;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "chessboard",
            description = "chessboard, circles (asymmetric) or charuco (default: ${DEFAULT-VALUE})")
    private String kind;

    @Option(
            names = "--marker",
            paramLabel = "METRES",
            description = "charuco: side of a marker (default: 0.75 of the square)")
    private double markerM;

    @Option(
            names = "--dictionary",
            paramLabel = "NAME",
            defaultValue = "5X5_250",
            description = "charuco: the markers' dictionary (default: ${DEFAULT-VALUE})")
    private String dictionary;

    Board board() {
        Matcher both = Pattern.compile("(\\d{1,4})[xX](\\d{1,4})").matcher(size);
        if (!both.matches()) {
            throw new UsageException("--board: got '" + size + "', wanted COLSxROWS as in 9x6");
        }
        try {
            return new Board(
                    kind(kind),
                    Integer.parseInt(both.group(1)),
                    Integer.parseInt(both.group(2)),
                    squareM,
                    markerM > 0 ? markerM : 0.75 * squareM,
                    dictionary.toUpperCase(Locale.ROOT).replace("DICT_", ""));
        } catch (CalibrationException e) {
            throw new UsageException("--board: " + e.getMessage());
        }
    }

    /** The kind of a name on the command line. */
    static Board.Kind kind(String name) {
        try {
            return Board.Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--kind: got '" + name + "', wanted chessboard, circles or charuco");
        }
    }
}
