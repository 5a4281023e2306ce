namespace Mlops.Statistics.Equivalence;

/// <summary>The effective size at which the box of the observed shares lies on one side of the bound.</summary>
internal static class BoxPlanner
{
    public static double EffectiveSize(EquivalenceResult result, Verdict direction, double significance)
    {
        var box = ClopperPearsonBox.Of(result);
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

        while (high - low > 1e-6 * high)
        {
            var middle = (low + high) / 2;
            if (Decides(middle))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high * result.EffectiveSize;

        bool Decides(double factor)
        {
            var (lower, upper) = box.Scaled(factor).Range(significance);
            return direction == Verdict.Pass ? upper <= result.Bound : lower >= result.Bound;
        }
    }
}
