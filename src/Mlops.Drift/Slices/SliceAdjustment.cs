using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift.Slices;

/// <summary>Adjusts the p-values of slices and columns for being many.</summary>
internal static class SliceAdjustment
{
    /// <summary>Adjusted p-values: a test is rejected when its own is at most the rate.</summary>
    /// <param name="slices">The slice of each test.</param>
    /// <param name="pValues">The p-values.</param>
    /// <param name="control">The procedure.</param>
    /// <param name="rate">The false discovery rate.</param>
    public static double[] Adjust(int[] slices, double[] pValues, SliceErrorControl control, double rate)
    {
        var adjusted = new double[pValues.Length];
        if (control == SliceErrorControl.BenjaminiYekutieli)
        {
            PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.BenjaminiYekutieli, adjusted);
            return adjusted;
        }

        int[][] families =
        [
            .. Enumerable.Range(0, pValues.Length).GroupBy(i => slices[i]).Select(family => family.ToArray()),
        ];
        double[][] within = [.. families.Select(family => BenjaminiHochberg([.. family.Select(i => pValues[i])]))];
        // The least adjusted p-value of a family is its Simes p-value.
        var between = BenjaminiHochberg([.. within.Select(family => family.Min())]);
        double selected = Math.Max(1, between.Count(p => p <= rate));
        for (var f = 0; f < families.Length; f++)
        {
            for (var k = 0; k < families[f].Length; k++)
            {
                var scaled = Math.Min(1, within[f][k] * families.Length / selected);
                adjusted[families[f][k]] = Math.Max(between[f], scaled);
            }
        }

        return adjusted;
    }

    private static double[] BenjaminiHochberg(double[] pValues)
    {
        var adjusted = new double[pValues.Length];
        PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.BenjaminiHochberg, adjusted);
        return adjusted;
    }
}
