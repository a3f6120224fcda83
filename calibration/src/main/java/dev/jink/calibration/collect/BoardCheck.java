package dev.jink.calibration.collect;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.board.GrayPicture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the pictures show the board that was named, as far as pictures can tell. */
final class BoardCheck {
    private static final int ASKED = 5;

    private BoardCheck() {}

    /**
     * @throws CalibrationException in one line when they show another
     */
    static void of(ViewCollector collected) {
        List<GrayPicture> all =
                collected.views().isEmpty() ? collected.unseen() : collected.pictures();
        List<GrayPicture> some = all.subList(0, Math.min(ASKED, all.size()));
        switch (collected.board().kind()) {
            case CHESSBOARD -> chessboard(collected, some);
            case CHARUCO -> charuco(collected, some);
            case CIRCLES -> circles(collected, some);
        }
    }

    /** Finders take part of a larger board for the board itself: asks what is really there. */
    private static void chessboard(ViewCollector collected, List<GrayPicture> some) {
        Board board = collected.board();
        Map<String, Integer> sizes = new HashMap<>();
        int looked = 0;
        for (GrayPicture picture : some) {
            int[] size = collected.finder().chessboardSize(picture);
            if (size != null) {
                looked++;
                sizes.merge(largerFirst(size[0], size[1]), 1, Integer::sum);
            }
        }
        String wanted = largerFirst(board.columns(), board.rows());
        for (Map.Entry<String, Integer> size : sizes.entrySet()) {
            if (2 * size.getValue() > looked && !size.getKey().equals(wanted)) {
                throw mismatched(board, size.getKey() + " inner corners, wanted the same");
            }
        }
    }

    private static String largerFirst(int a, int b) {
        return Math.max(a, b) + "x" + Math.min(a, b);
    }

    /** A board of n markers has those from 0 to n - 1, from the upper left on. */
    private static void charuco(ViewCollector collected, List<GrayPicture> some) {
        Board board = collected.board();
        int largest = -1;
        int most = 0;
        for (GrayPicture picture : some) {
            int[] ids = collected.finder().markers(picture);
            most = Math.max(most, ids.length);
            // One that is misread now and then is no other board.
            Arrays.sort(ids);
            largest = Math.max(largest, ids.length < 2 ? -1 : ids[ids.length - 2]);
        }
        int markers = board.columns() * board.rows() / 2;
        if (largest >= markers) {
            throw mismatched(
                    board,
                    "marker "
                            + largest
                            + ", wanted none above "
                            + (markers - 1)
                            + " on a board of that size");
        }
        rowsNeverSeen(collected);
        // Mirrored markers are of no dictionary.
        boolean mirrored =
                collected.rejected().stream().anyMatch(r -> r.reason().startsWith("mirrored"));
        boolean nothing = collected.views().isEmpty() && !some.isEmpty() && !mirrored;
        if (nothing && most == 0) {
            throw new CalibrationException(
                    "board mismatched: got --dictionary "
                            + board.dictionary()
                            + ", the pictures show none of its markers, wanted the one that the"
                            + " board was printed with, large enough to be read");
        }
        if (nothing && most >= markers / 2) {
            throw mismatched(
                    board,
                    most
                            + " of its markers in other places, wanted them where that board has"
                            + " them");
        }
    }

    /**
     * Markers count from the top: a board of fewer rows is the upper part of the one named. It is another
     * when its last rows are in no picture and all before in most.
     */
    private static void rowsNeverSeen(ViewCollector collected) {
        Board board = collected.board();
        int[] seen = new int[board.rows() - 1];
        List<BoardView> views = collected.views();
        for (BoardView view : views) {
            boolean[] there = new boolean[seen.length];
            for (int k = 0; k < view.points(); k++) {
                there[(int) Math.rint(view.board()[2 * k + 1] / board.squareM())] = true;
            }
            for (int row = 0; row < seen.length; row++) {
                seen[row] += there[row] ? 1 : 0;
            }
        }
        int rows = seen.length;
        while (rows > 0 && seen[rows - 1] == 0) {
            rows--;
        }
        boolean others = views.size() >= SetCheck.FEWEST_VIEWS;
        for (int row = 0; row < rows; row++) {
            others &= 2 * seen[row] > views.size();
        }
        if (rows < seen.length && others) {
            throw mismatched(
                    board,
                    board.columns()
                            + "x"
                            + (rows + 1)
                            + " squares and in none of them a row below, wanted all rows in one or"
                            + " another");
        }
    }

    private static void circles(ViewCollector collected, List<GrayPicture> some) {
        Board board = collected.board();
        int[] dots = some.stream().mapToInt(collected.finder()::dots).sorted().toArray();
        boolean nothing = collected.views().isEmpty() && dots.length > 0;
        int usual = nothing ? dots[dots.length / 2] : board.points();
        if (nothing && usual == board.points()) {
            throw mismatched(board, usual + " dots in another grid, wanted one of that size");
        }
        // Without any dots to speak of the board is not there at all.
        if (usual != board.points() && usual > board.points() / 2) {
            throw mismatched(board, usual + " dots, wanted " + board.points());
        }
    }

    private static CalibrationException mismatched(Board board, String shown) {
        return new CalibrationException(
                "board mismatched: got --board "
                        + board.columns()
                        + "x"
                        + board.rows()
                        + ", the pictures show "
                        + shown
                        + ": count "
                        + Board.counted(board.kind()));
    }
}
