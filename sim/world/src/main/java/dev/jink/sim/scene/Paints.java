package dev.jink.sim.scene;

/** Draws random materials of a sort. Albedos are log-uniform: dark things are as usual as light. */
final class Paints {
    private final Dice dice;

    Paints(Dice dice) {
        this.dice = dice;
    }

    Material of(Pattern pattern, double low, double high) {
        return new Material(
                pattern,
                (float) dice.logUniform(low, high),
                (float) dice.logUniform(0.05, 0.9),
                (float) dice.logUniform(0.5, 6),
                (float) dice.uniform(0.2, 1),
                (float) dice.uniform(0.2, 1),
                (float) dice.uniform(0.4, 1.6),
                dice.chance(0.7) ? (float) dice.uniform(0, 0.6) : 0,
                (float) dice.logUniform(0.2, 1.5),
                dice.chance(0.7) ? (float) dice.logUniform(0.05, 1) : 0,
                (float) dice.logUniform(3, 40),
                dice.chance(0.3) ? (float) dice.logUniform(0.03, 0.5) : 0,
                0,
                0,
                dice.integer(1 << 20),
                null);
    }

    Material plain(double low, double high) {
        return of(Pattern.PLAIN, low, high);
    }

    Material bark() {
        Material m;
        double kind = dice.uniform(0, 1);
        if (kind < 0.6) {
            m = of(Pattern.BARK, 0.06, 0.5).drawn(Pattern.BARK, dice.logUniform(6, 40));
            m = m.coloured(m.base(), m.base() * dice.uniform(0.2, 0.6));
        } else if (kind < 0.75) {
            m = of(Pattern.BIRCH, 0.3, 0.85).drawn(Pattern.BIRCH, dice.logUniform(3, 10));
            m = m.coloured(m.base(), dice.uniform(0.03, 0.12));
        } else {
            m = of(Pattern.BLOBS, 0.06, 0.5).drawn(Pattern.BLOBS, dice.logUniform(4, 25));
            m = m.coloured(m.base(), m.base() * dice.uniform(0.4, 1.6));
        }
        return m.glossy(0)
                .grained(dice.uniform(0, 0.6), dice.uniform(0.3, 2), dice.uniform(0.2, 0.8), 25);
    }

    Material leaves() {
        return of(Pattern.FOLIAGE, 0.05, 0.4)
                .drawn(Pattern.FOLIAGE, dice.logUniform(2, 12))
                .glossy(0)
                .porous(dice.uniform(0.1, 0.8));
    }

    Material wall() {
        double kind = dice.uniform(0, 1);
        Material m;
        if (kind < 0.4) {
            m =
                    of(Pattern.FURNISHED_WALL, 0.25, 0.9)
                            .drawn(Pattern.FURNISHED_WALL, 1 / dice.uniform(1.6, 4));
        } else if (kind < 0.55) {
            m = plain(0.12, 0.9);
        } else if (kind < 0.7) {
            m = of(Pattern.BRICKS, 0.12, 0.7).drawn(Pattern.BRICKS, dice.uniform(1.5, 5));
        } else if (kind < 0.8) {
            m = of(Pattern.TILES, 0.15, 0.9);
        } else if (kind < 0.88) {
            m = of(Pattern.PLANKS, 0.1, 0.7).drawn(Pattern.PLANKS, dice.uniform(2, 10));
        } else if (kind < 0.94) {
            m = facade();
        } else {
            m = of(Pattern.BLOBS, 0.15, 0.8);
        }
        return m;
    }

    Material facade() {
        Material m = of(Pattern.WINDOWS, 0.1, 0.85);
        return m.drawn(Pattern.WINDOWS, dice.uniform(0.25, 0.8))
                .coloured(m.base(), dice.logUniform(0.03, 0.4));
    }

    Material thing() {
        Pattern pattern =
                dice.pick(
                        Pattern.PLAIN,
                        Pattern.PLAIN,
                        Pattern.PLAIN,
                        Pattern.STRIPES,
                        Pattern.PLANKS,
                        Pattern.TILES,
                        Pattern.CHECKS,
                        Pattern.BLOBS,
                        Pattern.BLOBS,
                        Pattern.BRICKS,
                        Pattern.WINDOWS);
        return of(pattern, 0.05, 0.9).drawn(pattern, dice.logUniform(1, 12));
    }

    Material cloth() {
        Pattern pattern =
                dice.pick(
                        Pattern.PLAIN,
                        Pattern.PLAIN,
                        Pattern.PLAIN,
                        Pattern.PLAIN,
                        Pattern.STRIPES,
                        Pattern.CHECKS,
                        Pattern.BLOBS);
        return of(pattern, 0.03, 0.7)
                .drawn(pattern, dice.logUniform(4, 25))
                .glossy(0)
                .grained(dice.uniform(0.2, 0.8), dice.uniform(4, 12), dice.uniform(0.1, 0.6), 40);
    }

    Material metal() {
        return plain(0.03, 0.9).glossy(dice.uniform(0, 0.5));
    }

    Material wood() {
        Material m = of(Pattern.PLANKS, 0.08, 0.6);
        return m.drawn(Pattern.PLANKS, dice.logUniform(3, 15)).glossy(0);
    }

    Material lamp(double low, double high) {
        return Material.plain(0.9).shining(dice.logUniform(low, high));
    }

    Material forestFloor() {
        Pattern pattern = dice.pick(Pattern.LITTER, Pattern.LITTER, Pattern.FOLIAGE, Pattern.BLOBS);
        Material m = of(pattern, 0.04, 0.4).drawn(pattern, dice.logUniform(1, 12));
        return m.coloured(m.base(), m.base() * dice.uniform(0.3, 2.5))
                .glossy(0)
                .grained(dice.uniform(0.3, 1), dice.uniform(0.2, 1), dice.uniform(0.2, 0.9), 9);
    }

    Material floor() {
        Pattern pattern =
                dice.pick(
                        Pattern.PLAIN,
                        Pattern.PLAIN,
                        Pattern.TILES,
                        Pattern.TILES,
                        Pattern.PLANKS,
                        Pattern.BLOBS,
                        Pattern.STRIPES,
                        Pattern.CHECKS);
        Material m = of(pattern, 0.05, 0.8).drawn(pattern, dice.logUniform(0.3, 4));
        return m.coloured(m.base(), m.base() * dice.uniform(0.4, 1.8));
    }

    Material road() {
        Pattern pattern =
                dice.pick(
                        Pattern.PLAIN, Pattern.PLAIN, Pattern.TILES, Pattern.BRICKS, Pattern.BLOBS);
        Material m = of(pattern, 0.05, 0.6).drawn(pattern, dice.logUniform(0.5, 5));
        return m.coloured(m.base(), m.base() * dice.uniform(0.5, 1.6));
    }
}
