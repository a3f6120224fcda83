package dev.jink.compiler.runtime;

/**
 * How far two networks' outputs are apart, gathered picture by picture. One thread.
 *
 * <p>{@link #relative} is the root mean square of the difference over the wanted values' spread: 0
 * for the same outputs, 1 for what a constant would give. {@link #correlation} is Pearson's.
 */
public final class Difference {
    private long count;
    private int pictures;
    private double worst;
    private double squares;
    private double sumGot;
    private double sumWanted;
    private double squaresGot;
    private double squaresWanted;
    private double products;

    public void add(float[] got, float[] wanted) {
        if (got.length != wanted.length) {
            throw new IllegalArgumentException(
                    "outputs: got %d values, wanted %d".formatted(got.length, wanted.length));
        }
        pictures++;
        for (int i = 0; i < got.length; i++) {
            double apart = Math.abs((double) got[i] - wanted[i]);
            // NaN is no small difference.
            worst = apart <= worst ? worst : apart;
            squares += apart * apart;
            sumGot += got[i];
            sumWanted += wanted[i];
            squaresGot += (double) got[i] * got[i];
            squaresWanted += (double) wanted[i] * wanted[i];
            products += (double) got[i] * wanted[i];
            count++;
        }
    }

    public int pictures() {
        return pictures;
    }

    /** Largest difference of any value. */
    public double worst() {
        return worst;
    }

    public double rootMeanSquare() {
        return Math.sqrt(squares / Math.max(1, count));
    }

    public double relative() {
        double spread = squaresWanted - sumWanted * sumWanted / Math.max(1, count);
        return squares == 0 ? 0 : Math.sqrt(squares / spread);
    }

    public double correlation() {
        double n = Math.max(1, count);
        double both = products - sumGot * sumWanted / n;
        double own = squaresGot - sumGot * sumGot / n;
        double other = squaresWanted - sumWanted * sumWanted / n;
        return own <= 0 || other <= 0 ? 0 : both / Math.sqrt(own * other);
    }
}
