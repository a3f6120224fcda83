package dev.jink.sim.scene;

/** People and cars, standing. Lengths in metres. */
final class Traffic {
    private final Draft draft;
    private final Dice dice;

    Traffic(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    void person(double x, double y, double yaw) {
        double k = dice.uniform(1.5, 1.95) / 1.75;
        Material legs = draft.paints.cloth();
        Material top = dice.chance(0.3) ? legs : draft.paints.cloth();
        Material skin = Material.plain(dice.uniform(0.2, 0.65));
        double c = Math.cos(yaw);
        double s = Math.sin(yaw);
        double hip = dice.uniform(0.09, 0.12) * k;
        double stride = dice.uniform(-0.25, 0.25);
        double trunk = dice.uniform(0.14, 0.2) * k;
        for (int side = -1; side <= 1; side += 2) {
            double thigh = dice.uniform(0.07, 0.1) * k;
            draft.rod(
                    x + side * (s * hip + c * stride),
                    y - side * (c * hip - s * stride),
                    0.08,
                    x + side * s * hip * 0.9,
                    y - side * c * hip * 0.9,
                    0.88 * k,
                    thigh,
                    legs);
            double shoulderX = x + side * s * trunk * 1.25;
            double shoulderY = y - side * c * trunk * 1.25;
            double elbowX = shoulderX + dice.uniform(-0.15, 0.15) + side * s * 0.06;
            double elbowY = shoulderY + dice.uniform(-0.15, 0.15) - side * c * 0.06;
            double elbowZ = dice.uniform(0.9, 1.15) * k;
            draft.rod(shoulderX, shoulderY, 1.42 * k, elbowX, elbowY, elbowZ, 0.055 * k, top);
            draft.rod(
                    elbowX,
                    elbowY,
                    elbowZ,
                    elbowX + c * dice.uniform(0, 0.25),
                    elbowY + s * dice.uniform(0, 0.25),
                    elbowZ + dice.uniform(-0.28, 0.15),
                    0.045 * k,
                    dice.chance(0.6) ? top : skin);
        }
        draft.ellipsoid(x, y, 0.95 * k, trunk * 0.85, trunk * 1.15, 0.2 * k, yaw, legs);
        draft.ellipsoid(x, y, 1.2 * k, trunk * 0.85, trunk * 1.3, 0.36 * k, yaw, top);
        draft.ellipsoid(x, y, 1.63 * k, 0.1 * k, 0.085 * k, 0.115 * k, yaw, skin);
        draft.ellipsoid(
                x - c * 0.015,
                y - s * 0.015,
                1.67 * k,
                0.105 * k,
                0.09 * k,
                0.095 * k,
                yaw,
                draft.paints.plain(0.02, 0.3).glossy(0));
    }

    void car(double x, double y, double yaw) {
        double halfLength = dice.uniform(1.8, 2.4);
        double halfWidth = dice.uniform(0.8, 0.95);
        double half = dice.uniform(0.28, 0.42);
        Material body = draft.paints.plain(0.03, 0.85).glossy(dice.uniform(0.1, 0.6));
        body = body.grained(0.15, 0.6, 0, 1);
        Material glass = draft.paints.plain(0.02, 0.1).glossy(dice.uniform(0.1, 0.6));
        Material tyre = draft.paints.plain(0.02, 0.08).glossy(0);
        Material rim = draft.paints.plain(0.1, 0.8).glossy(0.2);
        double c = Math.cos(yaw);
        double s = Math.sin(yaw);
        double low = 0.25;
        draft.box(x, y, low + half, halfLength, halfWidth, half, yaw, body);
        draft.ellipsoid(
                x,
                y,
                low + half * 0.9,
                halfLength * 1.06,
                halfWidth * 1.04,
                half * 0.95,
                yaw,
                body);
        if (dice.chance(0.25)) {
            draft.box(
                    x,
                    y,
                    low + 2 * half + 0.5,
                    halfLength * 0.97,
                    halfWidth * 0.97,
                    0.55,
                    yaw,
                    body);
            draft.box(
                    x + c * halfLength * 0.3,
                    y + s * halfLength * 0.3,
                    low + 2 * half + 0.55,
                    halfLength * 0.5,
                    halfWidth * 0.99,
                    0.3,
                    yaw,
                    glass);
        } else {
            double back = dice.uniform(-0.3, 0.1);
            double high = dice.uniform(0.42, 0.6);
            draft.ellipsoid(
                    x + c * back,
                    y + s * back,
                    low + 2 * half,
                    halfLength * 0.62,
                    halfWidth * 0.9,
                    high,
                    yaw,
                    glass);
            draft.ellipsoid(
                    x + c * back,
                    y + s * back,
                    low + 2 * half + 0.12,
                    halfLength * 0.5,
                    halfWidth * 0.84,
                    high * 0.95,
                    yaw,
                    body);
        }
        double wheel = dice.uniform(0.28, 0.36);
        for (int corner = 0; corner < 4; corner++) {
            double along = ((corner & 1) == 0 ? 0.62 : -0.62) * halfLength;
            double side = (corner & 2) == 0 ? 1 : -1;
            double hubX = x + c * along - s * side * halfWidth * 0.8;
            double hubY = y + s * along + c * side * halfWidth * 0.8;
            double outX = -s * side * halfWidth * 0.25;
            double outY = c * side * halfWidth * 0.25;
            draft.stem(hubX, hubY, wheel, hubX + outX, hubY + outY, wheel, wheel, wheel, tyre);
            draft.stem(
                    hubX,
                    hubY,
                    wheel,
                    hubX + outX * 1.05,
                    hubY + outY * 1.05,
                    wheel,
                    wheel * 0.6,
                    wheel * 0.6,
                    rim);
            double lightX = ((corner & 1) == 0 ? 1 : -1) * halfLength;
            draft.box(
                    x + c * lightX - s * side * halfWidth * 0.72,
                    y + s * lightX + c * side * halfWidth * 0.72,
                    low + half * 1.35,
                    0.06,
                    halfWidth * 0.26,
                    half * 0.3,
                    yaw,
                    rim);
        }
    }
}
