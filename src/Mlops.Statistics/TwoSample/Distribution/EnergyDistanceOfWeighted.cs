namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The energy distance of sorted samples with positive weights.</summary>
internal static class EnergyDistanceOfWeighted
{
    internal static EnergyDistanceResult Measure(
        WeightedPoints reference,
        long referenceCount,
        WeightedPoints current,
        long currentCount,
        bool areRows
    )
    {
        double[] x = reference.Values,
            y = current.Values;
        var status = WassersteinSummary.StatusOf(x, y);
        if (status != ResultStatus.Ok)
        {
            return EnergyDistanceSummary.Unknown(status, referenceCount, currentCount);
        }

        double referenceTotal = WassersteinOfWeighted.Total(reference.Weights),
            currentTotal = WassersteinOfWeighted.Total(current.Weights),
            scale = WassersteinSummary.ScaleOf(x, y),
            last = 0;
        CompensatedSum referenceWeight = default,
            currentWeight = default,
            between = default,
            withinReference = default,
            withinCurrent = default;
        for (int i = 0, j = 0; i < x.Length || j < y.Length; )
        {
            var value = Math.Min(
                i < x.Length ? x[i] : double.PositiveInfinity,
                j < y.Length ? y[j] : double.PositiveInfinity
            );
            if (i + j > 0)
            {
                // Past the last value the share is 1 exactly, whatever the weights' sum rounds to.
                var gap = (value * scale) - (last * scale);
                double f = i < x.Length ? referenceWeight.Value / referenceTotal : 1,
                    g = j < y.Length ? currentWeight.Value / currentTotal : 1;
                between.Add((f - g) * (f - g) * gap);
                withinReference.Add(f * (1 - f) * gap);
                withinCurrent.Add(g * (1 - g) * gap);
            }

            for (; i < x.Length && x[i] <= value; i++)
            {
                referenceWeight.Add(reference.Weights[i]);
            }

            for (; j < y.Length && y[j] <= value; j++)
            {
                currentWeight.Add(current.Weights[j]);
            }

            last = value;
        }

        return EnergyDistanceSummary.Of(
            between.Value,
            withinReference.Value,
            withinCurrent.Value,
            scale,
            referenceCount,
            currentCount,
            areRows
        );
    }
}
