package dev.jink.sim.scene;

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
        return new Material(
                other,
                base,
                alt,
                (float) periodsPerMetre,
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

    Material grained(double coarse, double coarsePerMetre, double fine, double finePerMetre) {
        return new Material(
                pattern,
                base,
                alt,
                perMetre,
                duty,
                jitter,
                aspect,
                (float) coarse,
                (float) coarsePerMetre,
                (float) fine,
                (float) finePerMetre,
                gloss,
                emission,
                porosity,
                seed,
                photograph);
    }

    Material coloured(double base, double alt) {
        return new Material(
                pattern,
                (float) base,
                (float) alt,
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

    Material glossy(double gloss) {
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
                (float) gloss,
                emission,
                porosity,
                seed,
                photograph);
    }

    Material shining(double emission) {
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
                (float) emission,
                porosity,
                seed,
                photograph);
    }

    Material porous(double porosity) {
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
                (float) porosity,
                seed,
                photograph);
    }

    Material photographed(Photograph cover, double periodsPerMetre, double contrast) {
        return new Material(
                Pattern.PLAIN,
                base,
                alt,
                (float) periodsPerMetre,
                (float) contrast,
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
                cover);
    }
}
