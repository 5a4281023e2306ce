namespace Mlops.Statistics.Equivalence;

/// <summary>The effective size at which the observed shares of two sparse bins would be decided.</summary>
/// <remarks>
/// With more rows the box shrinks until it lies on one side of the bound; or, earlier, the smallest cell reaches the count from
/// which the chi-square rule is used, and that one decides. The sooner of the two is the answer.
/// </remarks>
internal static class BoxPlanner
{
    private const double Precision = 1e-6;

    public static double EffectiveSize(EquivalenceResult result, Verdict direction, double significance, double power)
    {
        var box = ClopperPearsonBox.Of(result);
        var boxes = LeastScale(result, box, direction, significance) * result.EffectiveSize;
        var dense = EquivalenceTest.SparseCellCount / box.SmallestCell * result.EffectiveSize;
        return dense < boxes
            ? Math.Min(boxes, Math.Max(dense, EffectPlanner.EffectiveSize(result, result.Effect, significance, power)))
            : boxes;
    }

    private static double LeastScale(
        EquivalenceResult result,
        ClopperPearsonBox box,
        Verdict direction,
        double significance
    )
    {
        double low = 1,
            high = 1;
        while (!Decides(high))
        {
            low = high;
            high *= 2;
            if (high * result.EffectiveSize > 4 * EquivalencePlanning.LargestEffectiveSize)
            {
                return double.PositiveInfinity;
            }
        }

        while (high - low > Precision * high)
        {
            var middle = (low + high) / 2;
            (low, high) = Decides(middle) ? (low, middle) : (middle, high);
        }

        return high;

        bool Decides(double factor)
        {
            var (lower, upper) = box.Scaled(factor).Range(significance);
            return direction == Verdict.Pass ? upper <= result.Bound : lower >= result.Bound;
        }
    }
}
