package dev.jink.sim.scene;

import java.util.function.Consumer;

/**
 * A procedural surface. Albedos are 0..1, lengths metres of surface.
 *
 * @param pattern what is drawn
 * @param base main albedo
 * @param alt albedo of the pattern's other part (mortar, second stripe, glass)
 * @param perMetre pattern periods per metre
 * @param duty share of a period taken by the other part, 0..1
 * @param jitter how much single bricks, tiles, panes differ, 0..1
 * @param aspect vertical against horizontal period
 * @param coarse amplitude of the slow noise, 0..1
 * @param coarsePerMetre its frequency
 * @param fine amplitude of the grain, 0..1
 * @param finePerMetre its frequency
 * @param gloss reflected share of the surroundings, 0..1
 * @param emission own light, as a multiple of the albedo
 * @param porosity share of holes one looks through (foliage), 0..1
 * @param seed where in the noise this surface lies
 * @param photograph covers the surface in place of the pattern, {@code perMetre} times a metre and
 *     with {@code duty} as its contrast; null for none
 */
public record Material(
        Pattern pattern,
        float base,
        float alt,
        float perMetre,
        float duty,
        float jitter,
        float aspect,
        float coarse,
        float coarsePerMetre,
        float fine,
        float finePerMetre,
        float gloss,
        float emission,
        float porosity,
        int seed,
        Photograph photograph) {

    /** A plain matt surface without grain: for tests and analytic scenes. */
    public static Material plain(double albedo) {
        return new Material(
                Pattern.PLAIN, (float) albedo, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, null);
    }

    Material drawn(Pattern other, double periodsPerMetre) {
        return with(
                mix -> {
                    mix.pattern = other;
                    mix.perMetre = (float) periodsPerMetre;
                });
    }

    Material grained(double coarse, double coarsePerMetre, double fine, double finePerMetre) {
        return with(
                mix -> {
                    mix.coarse = (float) coarse;
                    mix.coarsePerMetre = (float) coarsePerMetre;
                    mix.fine = (float) fine;
                    mix.finePerMetre = (float) finePerMetre;
                });
    }

    Material coloured(double base, double alt) {
        return with(
                mix -> {
                    mix.base = (float) base;
                    mix.alt = (float) alt;
                });
    }

    Material glossy(double gloss) {
        return with(mix -> mix.gloss = (float) gloss);
    }

    Material shining(double emission) {
        return with(mix -> mix.emission = (float) emission);
    }

    Material porous(double porosity) {
        return with(mix -> mix.porosity = (float) porosity);
    }

    Material photographed(Photograph cover, double periodsPerMetre, double contrast) {
        return with(
                mix -> {
                    mix.pattern = Pattern.PLAIN;
                    mix.perMetre = (float) periodsPerMetre;
                    mix.duty = (float) contrast;
                    mix.photograph = cover;
                });
    }

    private Material with(Consumer<Mix> change) {
        Mix mix = new Mix(this);
        change.accept(mix);
        return mix.material();
    }

    /** A material while it is being changed. */
    private static final class Mix {
        private Pattern pattern;
        private float base;
        private float alt;
        private float perMetre;
        private float duty;
        private float jitter;
        private float aspect;
        private float coarse;
        private float coarsePerMetre;
        private float fine;
        private float finePerMetre;
        private float gloss;
        private float emission;
        private float porosity;
        private int seed;
        private Photograph photograph;

        Mix(Material from) {
            pattern = from.pattern;
            base = from.base;
            alt = from.alt;
            perMetre = from.perMetre;
            duty = from.duty;
            jitter = from.jitter;
            aspect = from.aspect;
            coarse = from.coarse;
            coarsePerMetre = from.coarsePerMetre;
            fine = from.fine;
            finePerMetre = from.finePerMetre;
            gloss = from.gloss;
            emission = from.emission;
            porosity = from.porosity;
            seed = from.seed;
            photograph = from.photograph;
        }

        Material material() {
            return new Material(
                    pattern,
                    base,
                    alt,
                    perMetre,
                    duty,
                    jitter,
                    aspect,
                    coarse,
                    coarsePerMetre,
                    fine,
                    finePerMetre,
                    gloss,
                    emission,
                    porosity,
                    seed,
                    photograph);
        }
    }
}
