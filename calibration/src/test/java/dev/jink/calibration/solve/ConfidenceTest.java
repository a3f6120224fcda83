package dev.jink.calibration.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class ConfidenceTest {
    private static final int NUMBERS = 12;

    private static DMatrixRMaj squared(DMatrixRMaj root) {
        DMatrixRMaj squared = new DMatrixRMaj(root.numRows, root.numRows);
        CommonOps_DDRM.multTransB(root, root, squared);
        return squared;
    }

    /** xᵀ C x: the variance of what is Σ xᵢ numberᵢ. */
    private static double variance(DMatrixRMaj covariance, double... x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += x[i] * covariance.get(i, j) * x[j];
            }
        }
        return sum;
    }

    /** Fewer views than numbers, as many, and more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 20})
    void shouldGiveWhateverIsComputedTheLargerOfItsTwoVariances(int views) {
        Random random = new Random(views);
        DMatrixRMaj w = RandomMatrices_DDRM.rectangle(NUMBERS, NUMBERS, -1, 1, random);
        DMatrixRMaj m = RandomMatrices_DDRM.rectangle(NUMBERS, views, -1, 1, random);
        double deviation = 0.7;
        DMatrixRMaj points = squared(w);
        CommonOps_DDRM.scale(deviation * deviation, points);
        DMatrixRMaj jackknife = squared(m);
        DMatrixRMaj union = Confidence.union(deviation, w, m);
        for (int i = 0; i < 1000; i++) {
            double[] x = random.doubles(NUMBERS, -1, 1).toArray();
            double ofPoints = variance(points, x);
            double ofJackknife = variance(jackknife, x);
            double stated = variance(union, x);
            assertTrue(stated >= 0.999999 * Math.max(ofPoints, ofJackknife), "too narrow");
            assertTrue(stated <= 1.000001 * (ofPoints + ofJackknife), "too wide");
        }
    }

    /** Known to 1 each, k1 + k2 to 1e-4. The views moved both by more, and their sum by less. */
    @Test
    void shouldLetErrorsThatCancelStillCancel() {
        DMatrixRMaj w = new DMatrixRMaj(new double[][] {{1, 5e-5}, {-1, 5e-5}});
        DMatrixRMaj m =
                new DMatrixRMaj(new double[][] {{30 + 1e-5, -20, -10}, {-30 + 1e-5, 20, 10}});
        DMatrixRMaj union = Confidence.union(1, w, m);
        assertEquals(
                variance(squared(m), 1, 0), variance(union, 1, 0), 1e-3, "k1 is moved by more");
        assertEquals(
                variance(squared(m), 0, 1), variance(union, 0, 1), 1e-3, "k2 is moved by more");
        assertEquals(1e-4, Math.sqrt(variance(union, 1, 1)), 2e-5, "k1 + k2 is not");
    }

    @Test
    void shouldStateTheJackknifeAloneOfPointsWithoutAnError() {
        DMatrixRMaj w = CommonOps_DDRM.identity(2);
        DMatrixRMaj union = Confidence.union(0, w, new DMatrixRMaj(new double[][] {{3}, {4}}));
        assertEquals(25, variance(union, 0.6, 0.8), 1e-9);
        assertEquals(0, variance(union, 0.8, -0.6), 1e-9);
    }
}
