namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Wasserstein distance of sorted samples with positive weights.</summary>
internal static class WassersteinOfWeighted
{
    internal static WassersteinResult Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> referenceWeights,
        long referenceCount,
        ReadOnlySpan<double> current,
        ReadOnlySpan<double> currentWeights,
        long currentCount
    )
    {
        var status = WassersteinSummary.StatusOf(reference, current);
        if (status != ResultStatus.Ok)
        {
            return WassersteinSummary.Unknown(status, referenceCount, currentCount);
        }

        double referenceTotal = Total(referenceWeights),
            currentTotal = Total(currentWeights),
            scale = WassersteinSummary.ScaleOf(reference, current),
            last = 0;
        CompensatedSum referenceShare = default,
            currentShare = default,
            area = default;
        for (int x = 0, y = 0; x < reference.Length || y < current.Length; )
        {
            var value = Math.Min(
                x < reference.Length ? reference[x] : double.PositiveInfinity,
                y < current.Length ? current[y] : double.PositiveInfinity
            );
            if (x + y > 0)
            {
                var difference = (referenceShare.Value / referenceTotal) - (currentShare.Value / currentTotal);
                area.Add(Math.Abs(difference) * ((value * scale) - (last * scale)));
            }

            for (; x < reference.Length && reference[x] <= value; x++)
            {
                referenceShare.Add(referenceWeights[x]);
            }

            for (; y < current.Length && current[y] <= value; y++)
            {
                currentShare.Add(currentWeights[y]);
            }

            last = value;
        }

        return WassersteinSummary.Of(
            area.Value / scale,
            reference[0] == reference[^1],
            Deviation(reference, referenceWeights, referenceTotal),
            referenceCount,
            currentCount
        );
    }

    internal static double Total(ReadOnlySpan<double> weights)
    {
        var total = default(CompensatedSum);
        foreach (var weight in weights)
        {
            total.Add(weight);
        }

        return total.Value;
    }

    /// <summary>√(Σ w (x - mean)² / Σ w), about the mean found in a first pass.</summary>
    internal static double Deviation(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double total)
    {
        CompensatedSum mean = default,
            squares = default;
        for (var i = 0; i < values.Length; i++)
        {
            mean.Add(weights[i] / total * values[i]);
        }

        for (var i = 0; i < values.Length; i++)
        {
            var deviation = values[i] - mean.Value;
            squares.Add(weights[i] / total * deviation * deviation);
        }

        return Math.Sqrt(squares.Value);
    }
}
