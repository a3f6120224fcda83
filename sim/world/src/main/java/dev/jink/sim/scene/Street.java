package dev.jink.sim.scene;

/** Things that stand in streets and parks: poles, wires, fences, stands. Lengths in metres. */
final class Street {
    private final Draft draft;
    private final Dice dice;

    Street(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    void pole(double x, double y) {
        double height = dice.logUniform(1, 7);
        double radius = dice.logUniform(0.02, 0.14);
        Material m =
                dice.chance(0.3)
                        ? draft.paints.of(Pattern.STRIPES, 0.05, 0.9)
                        : draft.paints.plain(0.05, 0.9);
        draft.stem(x, y, 0, x, y, height, radius, radius * dice.uniform(0.5, 1), m);
        if (dice.chance(0.35)) {
            draft.box(
                    x,
                    y - radius - 0.03,
                    height * dice.uniform(0.5, 1),
                    dice.uniform(0.15, 0.5),
                    0.02,
                    dice.uniform(0.15, 0.4),
                    dice.uniform(-0.5, 0.5),
                    draft.paints.thing());
        }
        if (dice.chance(0.2)) {
            double yaw = dice.uniform(0, 2 * Math.PI);
            double arm = dice.uniform(0.4, 1.5);
            draft.rod(
                    x,
                    y,
                    height,
                    x + arm * Math.cos(yaw),
                    y + arm * Math.sin(yaw),
                    height,
                    radius * 0.7,
                    m);
        }
    }

    /** A wire between two points, sagging a little, in three straight parts. */
    void wire(double x, double y, double z, double x2, double y2, double z2, Material m) {
        double sag = dice.uniform(0, 0.04) * Math.hypot(x2 - x, y2 - y);
        double radius = dice.logUniform(0.004, 0.02);
        double fromX = x;
        double fromY = y;
        double fromZ = z;
        for (int i = 1; i <= 3; i++) {
            double t = i / 3.0;
            double toX = x + (x2 - x) * t;
            double toY = y + (y2 - y) * t;
            double toZ = z + (z2 - z) * t - (i < 3 ? sag : 0);
            draft.rod(fromX, fromY, fromZ, toX, toY, toZ, radius, m);
            fromX = toX;
            fromY = toY;
            fromZ = toZ;
        }
    }

    void fence(double x, double y, double yaw) {
        double height = dice.uniform(0.5, 1.9);
        double half = dice.uniform(1.5, 6);
        double c = Math.cos(yaw);
        double s = Math.sin(yaw);
        if (dice.chance(0.4)) {
            Material m = dice.chance(0.5) ? draft.paints.wood() : draft.paints.wall();
            draft.box(x, y, height / 2, half, 0.04, height / 2, yaw, m);
            return;
        }
        Material m = dice.chance(0.5) ? draft.paints.metal() : draft.paints.wood();
        int posts = dice.integer(4, 14);
        double radius = dice.uniform(0.015, 0.05);
        for (int i = 0; i < posts; i++) {
            double along = -half + 2 * half * i / (posts - 1);
            draft.post(x + c * along, y + s * along, 0, height, radius, m);
        }
        int rails = dice.integer(1, 4);
        for (int i = 0; i < rails; i++) {
            double high = height * (0.95 - 0.8 * i / rails);
            draft.rod(
                    x - c * half,
                    y - s * half,
                    high,
                    x + c * half,
                    y + s * half,
                    high,
                    radius * dice.uniform(0.3, 0.9),
                    m);
        }
    }

    /** A market stand or bus shelter: posts, roof, perhaps a counter and a back wall. */
    void stand(double x, double y, double yaw) {
        double halfX = dice.uniform(0.8, 2);
        double halfY = dice.uniform(0.5, 1.2);
        double height = dice.uniform(1.9, 2.8);
        double c = Math.cos(yaw);
        double s = Math.sin(yaw);
        Material frame = draft.paints.metal();
        for (int corner = 0; corner < 4; corner++) {
            double along = (corner & 1) == 0 ? halfX : -halfX;
            double across = (corner & 2) == 0 ? halfY : -halfY;
            draft.post(
                    x + c * along - s * across,
                    y + s * along + c * across,
                    0,
                    height,
                    0.035,
                    frame);
        }
        draft.box(x, y, height, halfX * 1.1, halfY * 1.1, 0.05, yaw, draft.paints.cloth());
        if (dice.chance(0.6)) {
            draft.box(x, y, 0.5, halfX, halfY * 0.4, 0.5, yaw, draft.paints.thing());
        }
        if (dice.chance(0.5)) {
            draft.box(
                    x - s * halfY,
                    y + c * halfY,
                    height / 2,
                    halfX,
                    0.03,
                    height / 2,
                    yaw,
                    draft.paints.wall());
        }
    }
}
